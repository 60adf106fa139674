namespace ReasoningLsp.Mathematics.Facts;

/// <summary>What became of a fact.</summary>
/// <param name="Reason">Why it is false, as a clause that a person can verify: "51 = 3 · 17".</param>
/// <param name="Right">What would be right in place of its last number, or null where that is no number.</param>
public sealed record FactVerdict(string Reason, string? Right);
