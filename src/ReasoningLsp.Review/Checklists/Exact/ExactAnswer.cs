using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>What an exact check says of an item.</summary>
/// <param name="Answer">The verdict.</param>
/// <param name="Evidence">In one sentence.</param>
/// <param name="Step">The step it concerns, or null.</param>
/// <param name="Span">The text it concerns in the original file, or null.</param>
internal sealed record ExactAnswer(Verdict Answer, string Evidence, int? Step = null, TextSpan? Span = null)
{
    /// <summary>The finding that the answer repeats, or null.</summary>
    public Finding? Cause { get; init; }

    /// <summary>No, because of what a check found.</summary>
    public static ExactAnswer Because(Finding finding) => new(Verdict.No, finding.Message, finding.Step, finding.Span) { Cause = finding };
}
