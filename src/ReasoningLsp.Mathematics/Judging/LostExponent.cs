using System.Globalization;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>"2 x 103 = 2000": a text that was copied from a page without its raised digits.</summary>
internal static class LostExponent
{
    /// <summary>How it is read.</summary>
    public const string Words = "a power of ten whose exponent is no longer raised";

    /// <summary>The expression with such powers in products; itself where there are none.</summary>
    public static Expression Restored(Expression expression) => ExpressionRewriter.Rewrite(expression, node =>
        node is Call { Operation: Operation.Multiply, Arguments: var factors } && factors.Any(factor => Power(factor) is not null)
            ? new Call(Operation.Multiply, [.. factors.Select(factor => Power(factor) ?? factor)]) : null);

    private static NumberLiteral? Power(Expression factor)
    {
        const int Longest = 4;
        if (factor is not NumberLiteral { Decimals: 0, Value: { IsInteger: true, Sign: > 0 } value })
            return null;
        var digits = value.ToString();
        return digits.Length is > 2 and <= Longest && digits.StartsWith("10", StringComparison.Ordinal) && digits[2] != '0'
            ? new NumberLiteral(Rational.PowerOfTen(int.Parse(digits[2..], CultureInfo.InvariantCulture))) : null;
    }
}
