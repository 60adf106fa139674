using System.Collections.Immutable;
using System.Text;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Runs.Planting;

/// <summary>What stands around a solution in one language: the headings of problem and solution, the labels of its steps and of its
/// answer, in words of its file in <c>src/Languages</c>.</summary>
/// <param name="language">The language.</param>
/// <param name="choice">Which of its words, and how they are set; the same choice sets alike in every language.</param>
internal sealed class SolutionFrame(LanguageFile language, int choice)
{
    private const int Settings = 3;

    private readonly int _setting = choice % Settings;

    /// <summary>The document, in Markdown.</summary>
    /// <param name="problem">The problem, or empty.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="answer">The answer and the answer that is known to be right, or null.</param>
    /// <param name="numerals">How its numbers are written.</param>
    /// <param name="declares">Whether it says which language it is in.</param>
    public string Around(string problem, ImmutableArray<string> steps, string? answer, LanguageNumerals numerals, bool declares)
    {
        var text = new StringBuilder();
        if (declares || answer is not null)
        {
            text.Append("---\n");
            if (declares)
                text.Append("language: ").Append(language.Code).Append('\n');
            if (answer is not null)
                text.Append("answer: '").Append(answer.Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
            text.Append("---\n");
        }

        if (problem.Length > 0)
            Part(text, Word("problem"), problem);
        if (_setting == 0)
            text.Append("## ").Append(Word("solution")).Append("\n\n");
        else
            Part(text, Word("solution"), string.Empty);
        for (var step = 0; step < steps.Length; step++)
            Part(text, StepLabel(step + 1, steps.Length, numerals), steps[step]);
        if (answer is not null)
            Part(text, Word("answer"), answer.Contains('\\', StringComparison.Ordinal) ? $"${answer}$" : answer);
        return text.ToString();
    }

    private void Part(StringBuilder text, string label, string body)
    {
        text.Append(_setting switch { 0 => $"**{label}:**", 1 => $"{label}:", _ => $"### {label}\n" });
        text.Append(body.Length == 0 || _setting == 2 ? string.Empty : " ").Append(body).Append("\n\n");
    }

    private string Word(string key) =>
        language.Texts("labels", key) is { IsEmpty: false } words ? words[choice / Settings % words.Length] : key;

    private string StepLabel(int number, int count, LanguageNumerals numerals)
    {
        var before = language.Texts("labels", "step");
        var around = language.Texts("labels", "numberedStep");
        var ordinals = language.Texts("labels", "ordinals");
        var which = choice / Settings % (before.Length + around.Length);
        if (which < before.Length)
            return $"{before[which]} {numerals.Of(number)}";
        var pattern = around[which - before.Length];
        // Spelled out where the word for a step follows a blank: "Third step", "3. step".
        if (!pattern.StartsWith("{n} ", StringComparison.Ordinal))
            return pattern.Replace("{n}", numerals.Of(number), StringComparison.Ordinal);
        var written = choice % 2 == 0 && count <= ordinals.Length
            ? char.ToUpperInvariant(ordinals[number - 1][0]) + ordinals[number - 1][1..] : numerals.Of(number) + ".";
        return pattern.Replace("{n}", written, StringComparison.Ordinal);
    }
}
