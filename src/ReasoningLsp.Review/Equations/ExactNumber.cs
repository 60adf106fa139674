using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Equations;

/// <summary>The rational number that an expression without letters comes to.</summary>
internal static class ExactNumber
{
    private static readonly NumberLiteral s_zero = new(Rational.Zero);

    /// <summary>The number; null where it is none that sums, products and quotients of numbers make.</summary>
    public static Rational? Of(Expression expression) => RationalFunction.Difference(expression, s_zero)?.Constant;
}
