using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Requests;

/// <summary>What was read of each continuation.</summary>
/// <param name="Values">Per continuation: its log-probability, or the numbers of each candidate group and of the whole vocabulary.</param>
/// <param name="Lengths">Tokens of each continuation.</param>
/// <param name="Decoded">How many tokens had to be decoded.</param>
public sealed record CompareResult(ImmutableArray<double[]> Values, ImmutableArray<int> Lengths, int Decoded);
