using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>A finding before it is placed in the file: every span counts from the start of the step's text.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Span">The offending part.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Evidence">What a person can verify.</param>
/// <param name="Repair">The exact repair, or null.</param>
/// <param name="Related">Another place in the step, or null.</param>
internal sealed record Draft(Rule Rule, TextSpan Span, string Message, Evidence Evidence, TextEdit? Repair = null,
    RelatedLocation? Related = null)
{
    /// <summary>Severity where it differs from the rule's own.</summary>
    public Severity? Severity { get; init; }

    /// <summary>A place in an earlier step or in the problem, or null.</summary>
    public StepPlace? RelatedStep { get; init; }

    /// <summary>Other places in the trace, as spans of the original file.</summary>
    public ImmutableArray<RelatedLocation> RelatedElsewhere { get; init; } = [];
}
