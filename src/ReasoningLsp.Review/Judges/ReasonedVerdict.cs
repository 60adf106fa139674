using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Judges;

/// <summary>A verdict that the judge wrote down with its reason.</summary>
/// <param name="Answer">Yes, no or unsure.</param>
/// <param name="Step">Index of the step it points to, or null.</param>
/// <param name="Reason">In the judge's words.</param>
public sealed record ReasonedVerdict(ItemAnswer Answer, int? Step, string Reason);
