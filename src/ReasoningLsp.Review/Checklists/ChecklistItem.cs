using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checklists;

/// <summary>A question about a trace that is answered by yes or no; yes means that the requirement is met.</summary>
/// <param name="Question">The question, in one line.</param>
public sealed record ChecklistItem(string Question)
{
    /// <summary>How much it counts, above 0 and at most 100.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>When it applies, in words, or null where it always does.</summary>
    public string? AppliesWhen { get; init; }

    /// <summary>Name of the exact check that answers it, or null where the question's own words decide.</summary>
    public string? Check { get; init; }

    /// <summary>Names the item by its words, so that decisions survive edits of other items.</summary>
    public string Id => StepHash.Of(Question);
}
