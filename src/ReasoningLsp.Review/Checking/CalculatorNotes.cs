using System.Collections.Immutable;

namespace ReasoningLsp.Review.Checking;

/// <summary>
/// Results with their calculation noted before them, as GSM8K writes them: <c>3 * 4 = &lt;&lt;3*4=13&gt;&gt;13</c> is one slip, told of the
/// result, whose repair mends the note too.
/// </summary>
internal static class CalculatorNotes
{
    private const string Open = "<<", Close = ">>";

    /// <summary>The findings of a step without those of a note whose result is told.</summary>
    public static ImmutableArray<Draft> ToldOnce(string text, IReadOnlyList<Draft> drafts) => text.Contains(Open, StringComparison.Ordinal)
        ? [.. drafts.Where(draft => NoteEnd(text, draft) is not { } end || !drafts.Any(other => other.Rule == draft.Rule
            && other.Span.Start - end is >= 0 and < 3))]
        : [.. drafts];

    // Where the note that a finding lies in is closed.
    private static int? NoteEnd(string text, Draft draft)
    {
        var open = text.LastIndexOf(Open, draft.Span.Start, StringComparison.Ordinal);
        var close = text.IndexOf(Close, draft.Span.Start, StringComparison.Ordinal);
        return open >= 0 && close >= draft.Span.End && text.IndexOf(Close, open, StringComparison.Ordinal) == close
            ? close + Close.Length : null;
    }
}
