using ReasoningLsp.Server.Documents;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>
/// Whether a document that does not ask for review looks as if it held a solution. Looking reads all of it, so a long text
/// is looked at again once the edits since the last look pay for that: the work stays in proportion to them.
/// </summary>
/// <param name="Looks">What the last look said.</param>
/// <param name="Length">How long the text was then, in characters.</param>
/// <param name="Sequence">The last snapshot that was counted.</param>
/// <param name="Paid">What the edits since then paid, in characters.</param>
internal sealed record SolutionGuess(bool Looks, int Length, long Sequence, int Paid)
{
    /// <summary>What an edit pays, whatever its size: a text of as many characters is looked at after each.</summary>
    internal const int PerEdit = 4 * 1024;

    /// <summary>The guess for another text of the document; <paramref name="before"/> is null for the first.</summary>
    public static SolutionGuess Of(TextSnapshot text, SolutionGuess? before)
    {
        if (before is not null && before.Sequence == text.Sequence)
            return before;
        var paid = before is null ? 0 : before.Paid + PerEdit + Math.Abs(text.Text.Length - before.Length);
        if (before is not null && paid < Math.Min(before.Length, SolutionLikeness.LongestText))
            return before with { Sequence = text.Sequence, Paid = before.Paid + PerEdit };
        return new SolutionGuess(Look(text), text.Text.Length, text.Sequence, 0);
    }

    private static bool Look(TextSnapshot text) =>
        text.Identity.IsWritten && SolutionLikeness.Of(
            text.Identity.Path ?? string.Empty, text.Text,
            text.Identity.Path is { } file && !text.Identity.IsOfCells ? TraceFormats.FromPath(file) : text.Identity.Format);
}
