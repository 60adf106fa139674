using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Decisions;

/// <summary>What a person said of a finding.</summary>
/// <param name="Kind">Wrong or accepted.</param>
/// <param name="Rule">Rule id of the finding.</param>
/// <param name="Step">Hash of the step's text (<see cref="StepHash"/>): a changed step is judged afresh.</param>
/// <param name="Reason">Why, in the person's words; may be empty.</param>
/// <param name="When">When it was said.</param>
/// <param name="Who">By whom, or null.</param>
public sealed record Decision(DecisionKind Kind, string Rule, string Step, string Reason, DateTimeOffset When, string? Who)
{
    /// <summary>The file it was said of, relative to the folder whose decisions these are, with forward slashes; or null.</summary>
    public string? File { get; init; }

    /// <summary>What was said of: the finding's message, or the item's question; for people who read the file. Or null.</summary>
    public string? Statement { get; init; }

    /// <summary>Of a verdict on a checklist's item: the item's id, or null for a decision on a finding.</summary>
    public string? Item { get; init; }

    /// <summary>Of a verdict on a checklist's item: <c>yes</c>, <c>no</c>, <c>n/a</c> or <c>unsure</c>.</summary>
    public string? Verdict { get; init; }
}
