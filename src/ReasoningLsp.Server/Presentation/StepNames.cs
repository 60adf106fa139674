using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Presentation;

/// <summary>What a step is called, and what it says in a line.</summary>
internal static class StepNames
{
    private const int LongestText = 60;

    /// <summary>"Step 3": as it is labelled, or else by its place.</summary>
    public static string Of(Step step)
    {
        var label = step.Label?.Trim().Trim('*', '_', '#', ' ').TrimEnd(':', '.', ')', ' ', '*', '_');
        // A command such as \item names nothing.
        if (label is not { Length: > 0 and <= 40 } || label.StartsWith('\\'))
            return $"Step {step.Index + 1}";
        return label.All(char.IsAsciiDigit) ? $"Step {label}" : label;
    }

    /// <summary>"300 / 4 = 75": the relation that decides its state, else the first line with something in it.</summary>
    public static string TextOf(TraceReview review, Step step)
    {
        var relations = review.Steps[step.Index].Relations;
        var telling = relations.FirstOrDefault(relation => relation.Verdict == RelationVerdict.Refuted)
            ?? relations.LastOrDefault(relation => relation is { Verdict: RelationVerdict.Proven, IsInWords: false })
            ?? relations.LastOrDefault(relation => relation.Verdict == RelationVerdict.Proven);
        var text = telling is not null && ReviewedSpan.Of(step.Text, telling.Span) is { } span
            ? step.Text.Text.Substring(span.Start, span.Length)
            : step.Text.Text.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? string.Empty;
        // A relation that was told apart stands within its delimiters.
        var isTex = telling is not null && text.Contains('\\', StringComparison.Ordinal) && !text.Contains('$', StringComparison.Ordinal);
        text = PlainLine.Of(isTex ? $"${text}$" : text);
        return text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText - 1)}…";
    }
}
