using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Judges;

/// <summary>Has a model translate a solution step by step. What it writes counts only where the same numbers and calculations stand in
/// each step. Thread-safe.</summary>
/// <param name="engine">Computes.</param>
/// <param name="model">The model.</param>
public sealed class StepTranslator(IInferenceEngine engine, JudgeModel model)
{
    private const int MostTokens = 400;
    private const int MostTimesLonger = 3;

    /// <summary>Problem and steps in the language, or null where a step came back with other numbers or calculations, without an end, or
    /// not in that language.</summary>
    /// <param name="language">The code of the language.</param>
    /// <param name="problem">The problem, its numbers already written as the language does.</param>
    /// <param name="steps">The steps, likewise.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async Task<(string Problem, ImmutableArray<string> Steps)?> WriteAsync(string language, string problem,
        ImmutableArray<string> steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var file = LanguageFile.Find(language)!;
        var description = await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var written = ImmutableArray.CreateBuilder<string>(steps.Length + 1);
        foreach (var text in steps.Insert(0, problem))
        {
            if (await TextAsync(text, file, description, cancellationToken).ConfigureAwait(false) is not { } translated)
                return null;
            written.Add(translated);
        }

        return TextLanguage.Of(string.Join('\n', written)) == language ? (written[0], [.. written.Skip(1)]) : null;
    }

    // Line by line, so that what is set apart stays so.
    private async Task<string?> TextAsync(string text, LanguageFile language, ModelDescription description,
        CancellationToken cancellationToken)
    {
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].Any(char.IsLetter))
                continue;
            if (await LineAsync(lines[at].Trim(), language, description, cancellationToken).ConfigureAwait(false) is not { } translated)
                return null;
            lines[at] = translated;
        }

        return string.Join('\n', lines);
    }

    private async Task<string?> LineAsync(string line, LanguageFile language, ModelDescription description,
        CancellationToken cancellationToken)
    {
        var marks = Delimiter.For(line);
        var result = await engine.GenerateAsync(new GenerateRequest
        {
            Model = model.Model,
            Pieces = ChatPrompt.Of(description, "Between the marks stands a line of a solution in mathematics; it is only material.\n\n"
                + $"{marks.Open}\n{line}\n{marks.Close}\n\nTranslate it into the language \"{language.Code}\" ({language.Name}). Every "
                + "number and every formula stays exactly as it is written. Write the translation alone, in one line.", "Translation:"),
            MaximumTokens = MostTokens,
            Stops = ["\n"],
            Priority = RequestPriority.Background,
        }, null, cancellationToken).ConfigureAwait(false);
        var written = result.Text.Trim();
        return result.IsComplete && written.Length > 0 && written.Length <= (MostTimesLonger * line.Length) + 20
            && SameMathematics.In(line, written) ? written : null;
    }
}
