using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Diagnostics;

/// <summary>Which findings wait because a person is still writing what they speak of.</summary>
internal static class HeldFindings
{
    /// <summary>
    /// What is being written: the step with the caret, or the caret's line where it stands in no step; null where nobody is typing.
    /// </summary>
    public static TextSpan? Region(ReviewedDocument reviewed)
    {
        if (reviewed.Text.Typing is not { } typing)
            return null;
        return reviewed.StepAt(typing.Caret) is { Step: var step } ? step.Span : reviewed.Text.LineAt(typing.Caret);
    }

    /// <summary>
    /// The findings that are shown while <paramref name="region"/> is written: all outside of it, and inside those
    /// that continue one that was shown before. What is gone is gone at once, what is new waits.
    /// </summary>
    public static ImmutableArray<Finding> Visible(
        ReviewedDocument reviewed, TextSpan? region, ImmutableArray<Finding> shown, ImmutableArray<TextEdit> since)
    {
        if (region is not { } written)
            return [.. reviewed.Findings];
        var places = shown.ToLookup(finding => finding.Rule.Id, finding => MovedSpan.Of(finding.Span, since), StringComparer.Ordinal);
        return [.. reviewed.Findings.Where(finding => !finding.Span.Touches(written) || places[finding.Rule.Id].Any(finding.Span.Touches))];
    }
}
