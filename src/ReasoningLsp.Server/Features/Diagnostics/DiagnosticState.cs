using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Diagnostics;

/// <summary>What is shown of a document.</summary>
/// <param name="Reviewed">The review it stems from, or null where the document does not ask for review.</param>
/// <param name="Visible">The findings that are shown.</param>
/// <param name="Held">What is being written, as long as findings in it wait.</param>
internal sealed record DiagnosticState(ReviewedDocument? Reviewed, ImmutableArray<Finding> Visible, TextSpan? Held)
{
    /// <summary>Nothing is shown yet.</summary>
    public static DiagnosticState Nothing { get; } = new(null, [], null);

    /// <summary>Whether a finding waits.</summary>
    public bool Waits => Reviewed is not null && Held is not null && Reviewed.Findings.Count() > Visible.Length;
}
