using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reviews;

/// <summary>A finding that is not shown because of what people said.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="By">What sets it aside.</param>
/// <param name="Reason">Why, in the words of the person who decided; empty where nobody said.</param>
/// <param name="Who">Who decided, or null.</param>
public sealed record SetAside(Finding Finding, SetAsideBy By, string Reason, string? Who);
