using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Findings;

/// <summary>What the user sees.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Severity">After configuration.</param>
/// <param name="Step">Index of the step, or null for the whole trace.</param>
/// <param name="Message">One sentence with the evidence in it.</param>
/// <param name="Span">The offending part, in the original file.</param>
/// <param name="Evidence">What a person can verify.</param>
/// <param name="Fixes">Exact repairs; empty where there is none.</param>
/// <param name="Related">Other places, such as the line contradicted.</param>
public sealed record Finding(
    Rule Rule,
    Severity Severity,
    int? Step,
    string Message,
    TextSpan Span,
    Evidence Evidence,
    ImmutableArray<Fix> Fixes,
    ImmutableArray<RelatedLocation> Related)
{
    /// <summary>Whether it flags a step: it speaks of one, and is an error or a warning.</summary>
    public bool Flags => Step is not null && Severity is Severity.Error or Severity.Warning;

    /// <summary>Whether it flags its step because an exact check refuted it.</summary>
    public bool Refutes => Flags && Rule.Refutes;

    /// <summary>Whether the other is this finding, whatever a checklist makes of it.</summary>
    public bool IsSameAs(Finding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Rule, Step, Span, Message) == (other.Rule, other.Step, other.Span, other.Message);
    }

    /// <summary>Questions of the checklist that was applied which are answered no because of this finding.</summary>
    public ImmutableArray<string> FailedItems { get; init; } = [];
}
