using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Tells whether a bare number beside money may count coins or bills: "30 = $3" in dimes. They are counted in whole numbers, and
/// by the hundred at most; "120 × 200 = $2,400" has lost a zero.</summary>
internal static class CoinsAndBills
{
    private static readonly Rational s_most = 100;

    /// <summary>Whether money is written with its sign somewhere in an expression.</summary>
    public static bool IsMoney(Expression expression) =>
        ExpressionInspector.Nodes(expression).OfType<Quantity>().Any(quantity => IsMoney(quantity.Unit));

    /// <summary>Whether a unit is the sign of a currency.</summary>
    public static bool IsMoney(string unit) => unit is "\\$" or "R$" || Currencies.IsSign(unit);

    /// <summary>Whether a number may be one of coins or bills.</summary>
    public static bool MayCount(Rational number) => number.IsInteger && Rational.Abs(number) <= s_most;
}
