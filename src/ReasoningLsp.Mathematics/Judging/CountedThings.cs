using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Tells whether the two sides count things that may stand in a ratio nobody spells out: "21 daps = 30 baps".</summary>
internal static class CountedThings
{
    /// <summary>Whether each side ends in a word for what it counts, no known unit, and the words have nothing in common.</summary>
    public static bool Differ(Expression left, Expression right) =>
        Of(left) is { } a && Of(right) is { } b && !a.Any(word => b.Contains(word, StringComparer.Ordinal))
        && !a.Concat(b).Any(word => UnitTable.TryFind(word, out _));

    private static List<string>? Of(Expression expression) => expression switch
    {
        Quantity { Unit: var sign } when Currencies.IsSign(sign) => null,
        Quantity { Unit: var unit } =>
            [.. unit.ToLowerInvariant().Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries).Select(Singular)],
        Call { Operation: Operation.Multiply or Operation.Divide } call => Of(call.Arguments[^1]),
        _ => null,
    };

    private static string Singular(string word) =>
        word.EndsWith("es", StringComparison.Ordinal) && word.Length > 4 ? word[..^2] : word.TrimEnd('s');
}
