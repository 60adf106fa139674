using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Requests;

/// <summary>What was read.</summary>
/// <param name="Values">For each row of the request, in its order, the numbers read there.</param>
/// <param name="Tokens">The whole input.</param>
/// <param name="Rows">Index into <paramref name="Tokens"/> of each row.</param>
/// <param name="Decoded">How many tokens had to be decoded; the others were held already.</param>
public sealed record ScoreResult(ImmutableArray<double[]> Values, ImmutableArray<int> Tokens, ImmutableArray<int> Rows, int Decoded);
