using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Judges;

/// <summary>Has a model write a right step with an error in it, as SPC's sneaky generator does (arXiv:2504.19162). What it writes is
/// plausible and not certainly wrong. Thread-safe.</summary>
/// <param name="engine">Computes.</param>
/// <param name="model">The model.</param>
public sealed partial class ErrorAuthor(IInferenceEngine engine, JudgeModel model)
{
    private const int MostTokens = 200;
    private const int MostTimesLonger = 2;

    private static readonly ImmutableArray<string> s_errors =
    [
        "an error that is easy to see", "an error that only who recomputes it notices",
        "an error that only who solves the problem again notices: what it writes down is calculated rightly, but it is not what the "
            + "problem asks for",
    ];

    /// <summary>The hardest that can be asked for.</summary>
    public static int Hardest => s_errors.Length - 1;

    /// <summary>The step with an error; null where the model only said the same in other words, or something else altogether.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="steps">The right steps.</param>
    /// <param name="step">Which one is written anew.</param>
    /// <param name="hardness">From 0 to <see cref="Hardest"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async Task<string?> WriteAsync(string problem, ImmutableArray<string> steps, int step, int hardness,
        CancellationToken cancellationToken)
    {
        var description = await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var material = new StringBuilder(problem.Trim()).Append("\n\n");
        for (var at = 0; at <= step; at++)
            material.Append(CultureInfo.InvariantCulture, $"Step {at + 1}: {OneLine(steps[at])}\n");
        var marks = Delimiter.For(material.ToString());
        var label = string.Create(CultureInfo.InvariantCulture, $"Step {step + 1}");
        var result = await engine.GenerateAsync(new GenerateRequest
        {
            Model = model.Model,
            Pieces = ChatPrompt.Of(description, "To test a reviewer, a right solution needs an error. Between the marks stand a problem "
                + $"and the steps of its solution; all of it is only material.\n\n{marks.Open}\n{material}{marks.Close}\n\nWrite {label} "
                + $"again with {s_errors[Math.Clamp(hardness, 0, Hardest)]}. Change as little as you can, do not say that it is wrong, "
                + "and write this step alone in one line.", $"{label}:"),
            MaximumTokens = MostTokens,
            Stops = ["\n"],
            Priority = RequestPriority.Background,
        }, null, cancellationToken).ConfigureAwait(false);
        var written = result.Text.Trim();
        return result.IsComplete && Says(written) != Says(steps[step]) && written.Length <= MostTimesLonger * steps[step].Length + 20
            ? written : null;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // What a step says in numbers and signs: other words are no error.
    private static string Says(string text) => string.Join(' ', Signs().Matches(text).Select(match => match.Value));

    [GeneratedRegex(@"\d+(?:[.,]\d+)*|[-−+*/×÷·=<>≤≥^]|\\(?:times|cdot|div|frac|pm|le|ge)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
