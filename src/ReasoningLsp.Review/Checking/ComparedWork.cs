using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>"Ana: 3 · 4 = 13. Luis: 3 · 4 = 12.", "Ana's work: …", "| Ana | … |": what two people wrote is set side by side, and the one
/// who is wrong is no voice of the solution.</summary>
internal static class ComparedWork
{
    private const int LongestLabel = 40;

    /// <summary>Whether a finding is in what somebody is said to have written, where another is said to have the same left side
    /// right.</summary>
    public static bool Holds(Trace trace, ReviewSnapshot snapshot, int step, Draft draft)
    {
        if (draft.Rule.Family != RuleFamily.Arithmetic)
            return false;
        foreach (var link in snapshot.Steps[step].Links)
        {
            if (link.IsAnnotation || !link.Span.Touches(draft.Span)
                || Label(trace.Steps[step], link.Statement.Chain.Start) is not { } label)
                continue;
            for (var i = 0; i < snapshot.Steps.Length; i++)
            {
                if (snapshot.Steps[i].Links.Any(right => right.Judgment.Holds && right.Sign == "=" && IsSame(right, link)
                    && Label(trace.Steps[i], right.Statement.Chain.Start) is { } name && DifferInName(label, name)))
                    return true;
            }
        }

        return false;
    }

    private static bool IsSame(JudgedLink one, JudgedLink other) => one.Statement.Chain.Members[0].Expression is { } left
        && other.Statement.Chain.Members[0].Expression is { } right && left.Key == right.Key;

    // The words in front of a statement in its line or sentence, up to a colon or to the edge of a cell, or the step's own label; null
    // where there are none.
    private static string[]? Label(Step step, int start)
    {
        var text = step.Text.Text;
        start = Math.Min(start, text.Length);
        var before = text.AsSpan(0, start).TrimEnd(" \t\r\n\u00a0$*_(\\");
        if (before.IsEmpty)
            return step.Label is { Length: <= LongestLabel } own && own.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? Words(own) : null;
        // The first cell of a table's row is a line of its own.
        if (text.AsSpan(before.Length, start - before.Length).Contains('\n') && !before.ContainsAny(" \n.:"))
            return Words(before);
        if (before is not [.., ':' or '：' or '|'])
            return null;
        before = before[..^1].TrimEnd(" \t\u00a0*_");
        var from = before.Length;
        while (from > 0 && before.Length - from <= LongestLabel
            && before[from - 1] is not ('\n' or '|' or '.' or '。' or '!' or '?' or ';' or '；'))
            from--;
        var label = before[from..];
        return label.Length is 0 or > LongestLabel || label.IndexOfAnyInRange('0', '9') >= 0 || label.Contains('=') ? null
            : Words(label);
    }

    private static string[] Words(ReadOnlySpan<char> label)
    {
        var words = new List<string>();
        for (var at = 0; at < label.Length; at++)
        {
            var first = at;
            while (at < label.Length && char.IsLetter(label[at]))
                at++;
            if (at > first)
                words.Add(label[first..at].ToString());
        }

        return [.. words];
    }

    // "Trabajo de Ana", "Trabajo de Luis": alike but for one word, which both begin with a capital.
    private static bool DifferInName(string[] one, string[] other)
    {
        if (one.Length != other.Length)
            return false;
        var names = one.Zip(other).Where(pair => pair.First != pair.Second).ToList();
        return names is [var (a, b)] && a.Length > 1 && b.Length > 1 && char.IsUpper(a[0]) && char.IsUpper(b[0]);
    }
}
