using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>Which false values of a document were put right from one text to the next, by a fix or by hand.</summary>
internal static class MendedValues
{
    private const int MostKept = 20;

    /// <summary>What was put right up to the text of <paramref name="now"/>, the latest last.</summary>
    public static ImmutableArray<MendedValue> Following(ReviewedDocument? before, TextSnapshot text, TraceDocument now)
    {
        if (before is null)
            return [];
        var edits = text.EditsSince(before.Text);
        if (edits.IsEmpty)
            return before.Mended;
        var mended = before.Mended.ToBuilder();
        var fixes = before.Findings.SelectMany(finding => finding.Fixes);
        foreach (var fix in fixes.Where(fix => fix is { Kind: FixKind.Exact, Edits.Length: 1 }))
        {
            if (StepOf(fix.Edits[0], edits, text, now) is { } step
                && new MendedValue(StepHash.Of(step.Text.Text), Was(before, fix.Edits[0]), fix.Edits[0].NewText) is var value
                && !mended.Contains(value))
                mended.Add(value);
        }

        return mended.Count > MostKept ? [.. mended.Skip(mended.Count - MostKept)] : mended.ToImmutable();
    }

    // The step in which the right value stands now where the false one stood; null where it does not.
    private static Step? StepOf(TextEdit fix, ImmutableArray<TextEdit> edits, TextSnapshot text, TraceDocument now)
    {
        if (!edits.Any(edit => edit.Span.Touches(fix.Span)))
            return null;
        var start = fix.Span.Start + edits.Where(edit => edit.Span.End < fix.Span.Start || edit.Span.End == fix.Span.Start
            && edit.Span.Length > 0).Sum(edit => edit.NewText.Length - edit.Span.Length);
        var end = start + fix.NewText.Length;
        if (start < 0 || end > text.Text.Length || !text.Text.AsSpan(start, fix.NewText.Length).SequenceEqual(fix.NewText)
            || (end < text.Text.Length && char.IsAsciiDigit(text.Text[end])))
            return null;
        return now.Traces.SelectMany(trace => trace.Steps).FirstOrDefault(step => step.Span.Contains(new TextSpan(start, end - start)));
    }

    private static string Was(ReviewedDocument before, TextEdit fix) => before.Text.Text.Substring(fix.Span.Start, fix.Span.Length);
}
