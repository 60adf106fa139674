using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Whether an edit changed a solution's steps and answer and nothing else, as the file is read again.</summary>
internal static class SolutionChange
{
    /// <summary>The trace after the edit where its steps say <paramref name="lines"/>, its answer section says <paramref name="answer"/>,
    /// and everything else says what it said; else null.</summary>
    public static Trace? Only(TraceDocument before, TraceDocument after, Trace trace, ImmutableArray<string> lines, string? answer)
    {
        if (after.Traces.Length != before.Traces.Length || after.Errors.Length != before.Errors.Length
            || after.Suppressions.Length != before.Suppressions.Length)
            return null;
        foreach (var (old, now) in before.Traces.Zip(after.Traces))
        {
            if (old.Problem?.Text != now.Problem?.Text || old.Id != now.Id || !IsSame(old.Settings, now.Settings))
                return null;
            if (old.Index != trace.Index
                && (old.FinalAnswer?.Text != now.FinalAnswer?.Text
                    || !old.Steps.Select(step => step.Text.Text).SequenceEqual(now.Steps.Select(step => step.Text.Text))))
                return null;
        }

        var written = after.Traces[trace.Index];
        // Where the file has no labels, steps may be grouped otherwise; what they say, all together, is what was meant.
        return written.FinalAnswer?.Text == answer && written.Errors.Length <= trace.Errors.Length
            && Words(written.Steps.Select(step => step.Text.Text)) == Words(lines) ? written : null;
    }

    private static string Words(IEnumerable<string> texts) =>
        string.Join(' ', texts.SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static bool IsSame(TraceSettings one, TraceSettings other) =>
        (one.Answer, one.Language, one.Profile) == (other.Answer, other.Language, other.Profile)
        && one.Hints.SequenceEqual(other.Hints) && one.Concepts.SequenceEqual(other.Concepts)
            && one.Checklist.SequenceEqual(other.Checklist);
}
