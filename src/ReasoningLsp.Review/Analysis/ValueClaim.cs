using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Review.Analysis;

/// <summary>A symbol that a step gives a value: <c>x = 4</c>, <c>x = 12/3 = 4</c>.</summary>
/// <param name="Statement">Index of its statement in the step.</param>
/// <param name="Symbol">The symbol's name.</param>
/// <param name="Value">The last closed member of the chain.</param>
/// <param name="Force">Whether it is a result, used as known, or neither for certain.</param>
/// <param name="Start">Offset in the step's text.</param>
/// <param name="End">Offset after its last unit.</param>
internal sealed record ValueClaim(int Statement, string Symbol, Expression Value, ClaimForce Force, int Start, int End)
{
    /// <summary>What makes two claims the same.</summary>
    public string Key => $"{Symbol} = {Value} ({Force})";

    /// <summary>Hash of <see cref="Key"/>, which every step that asked for the value compares after every edit.</summary>
    public int Digest { get; } = string.GetHashCode($"{Symbol} = {Value} ({Force})", StringComparison.Ordinal);
}
