using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>What an exact check says of an item.</summary>
/// <param name="Answer">The verdict.</param>
/// <param name="Evidence">In one sentence.</param>
/// <param name="Step">The step it concerns, or null.</param>
/// <param name="Span">The text it concerns in the original file, or null.</param>
internal sealed record ExactAnswer(ItemAnswer Answer, string Evidence, int? Step = null, TextSpan? Span = null)
{
    /// <summary>The finding that the answer repeats, or null.</summary>
    public Finding? Cause { get; init; }

    /// <summary>Neither yes nor no where something is refuted of which no finding is left: a rule is off, or a person silenced
    /// it.</summary>
    public static ExactAnswer? IfSilenced(TraceReview review) =>
        review.Steps.FirstOrDefault(step => step.Relations.Any(relation => relation.Verdict == RelationVerdict.Refuted)
            && !review.Findings.Any(finding => finding.Step == step.Step && finding.Rule.Refutes)) is { } step
            ? new ExactAnswer(ItemAnswer.NotApplicable, $"what refutes step {step.Step + 1} is silenced here", step.Step)
            : null;

    /// <summary>No, because of what a check found.</summary>
    public static ExactAnswer Because(Finding finding) =>
        new(ItemAnswer.No, finding.Message, finding.Step, finding.Span) { Cause = finding };
}
