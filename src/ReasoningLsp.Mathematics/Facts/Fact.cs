using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>What a sentence says of numbers in words.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Behind its last unit.</param>
/// <param name="Slots">The numbers of each of its places, in the order of their names (a, b, c); a list has several.</param>
public sealed record Fact(FactKind Kind, int Start, int End, ImmutableArray<ImmutableArray<Token>> Slots);
