using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Algebra;

/// <summary>A quotient of polynomials.</summary>
/// <param name="Top">Numerator.</param>
/// <param name="Bottom">Denominator; never zero.</param>
/// <param name="IsPolynomial">Whether every atom is a symbol: false where roots, logarithms and the like were taken as atoms.</param>
public sealed record RationalFunction(Polynomial Top, Polynomial Bottom, bool IsPolynomial)
{
    private static readonly Polynomial s_one = Polynomial.Of(Rational.One);

    /// <summary>The expression as a quotient of polynomials; null where it is too large or has no such form.</summary>
    public static RationalFunction? From(Expression expression)
    {
        switch (expression)
        {
            case NumberLiteral number:
                return Of(Polynomial.Of(number.Value));
            case Quantity quantity:
                return From(quantity.Value);
            case Symbol symbol:
                return Of(Polynomial.Of(symbol.Name));
            case Call call:
                return FromCall(call);
            default:
                return Atom(expression);
        }
    }

    /// <summary>Numerator of the difference of two expressions; null where there is no such form.</summary>
    public static RationalFunction? Difference(Expression left, Expression right) =>
        From(left) is { } a && From(right) is { } b ? Add(a, Negate(b)) : null;

    /// <summary>A polynomial over one.</summary>
    internal static RationalFunction Of(Polynomial polynomial) => new(polynomial, s_one, true);

    /// <summary>A number.</summary>
    internal static RationalFunction Of(Rational value) => Of(Polynomial.Of(value));

    /// <summary>Sum; null where a part is null or it grows too large.</summary>
    internal static RationalFunction? Plus(RationalFunction? x, RationalFunction? y) => x is null || y is null ? null : Add(x, y);

    /// <summary>Product; null where a part is null or it grows too large.</summary>
    internal static RationalFunction? Times(RationalFunction? x, RationalFunction? y) => x is null || y is null ? null : Multiply(x, y);

    /// <summary>Quotient; null where a part is null, it grows too large, or the divisor is zero.</summary>
    internal static RationalFunction? Over(RationalFunction? x, RationalFunction? y) =>
        x is null || y is null || y.Top.IsZero ? null : Multiply(x, new(y.Bottom, y.Top, y.IsPolynomial));

    /// <summary>Whole power; null where it is null, grows too large, or is a negative power of zero.</summary>
    internal static RationalFunction? Raised(RationalFunction? x, int exponent) => Power(x, exponent);

    /// <summary>The number that it is; null where it holds an atom.</summary>
    public Rational? Constant => Top.ConstantValue is { } top && Bottom.ConstantValue is { IsZero: false } bottom ? top / bottom : null;

    internal static RationalFunction Negated(RationalFunction x) => Negate(x);

    private static RationalFunction? Atom(Expression expression) =>
        expression is Collection ? null : new(Polynomial.Of(expression.Key), s_one, false);

    private static RationalFunction? FromCall(Call call)
    {
        switch (call.Operation)
        {
            case Operation.Add or Operation.Multiply:
                RationalFunction? result = null;
                foreach (var argument in call.Arguments)
                {
                    if (From(argument) is not { } next)
                        return null;
                    result = result is null ? next : call.Operation == Operation.Add ? Add(result, next) : Multiply(result, next);
                    if (result is null)
                        return null;
                }

                return result;
            case Operation.Negate:
                return From(call.Arguments[0]) is { } value ? Negate(value) : null;
            case Operation.Divide:
                return From(call.Arguments[0]) is { } top && From(call.Arguments[1]) is { Top.IsZero: false } bottom
                    ? Multiply(top, new(bottom.Bottom, bottom.Top, bottom.IsPolynomial)) : null;
            case Operation.Percent:
                return From(call.Arguments[0]) is { } percent ? percent with { Bottom = percent.Bottom.Scale(100) } : null;
            case Operation.Power when call.Arguments[1] is NumberLiteral { Value: { IsInteger: true } exponent }
            && Rational.Abs(exponent) <= 40:
                return Power(From(call.Arguments[0]), (int)exponent.Numerator);
            case Operation.Power when call.Arguments[1] is Call { Operation: Operation.Negate } negated
            && negated.Arguments[0] is NumberLiteral { Value: { IsInteger: true } exponent } && exponent <= 40:
                return Power(From(call.Arguments[0]), -(int)exponent.Numerator);
            case Operation.PlusMinus:
                return null;
            default:
                return ExpressionInspector.Nodes(call).Any(node => node is Collection) ? null : new(Polynomial.Of(call.Key), s_one, false);
        }
    }

    private static RationalFunction? Power(RationalFunction? value, int exponent)
    {
        if (value is null || (exponent < 0 && value.Top.IsZero))
            return null;
        var (top, bottom) = exponent < 0 ? (value.Bottom, value.Top) : (value.Top, value.Bottom);
        return top.Power(Math.Abs(exponent)) is { } a && bottom.Power(Math.Abs(exponent)) is { } b ? new(a, b, value.IsPolynomial) : null;
    }

    private static RationalFunction Negate(RationalFunction value) => value with { Top = value.Top.Scale(-1) };

    private static RationalFunction? Add(RationalFunction x, RationalFunction y)
    {
        if (x.Bottom.Equals(y.Bottom))
            return x.Top.Add(y.Top) is { } sum ? new(sum, x.Bottom, x.IsPolynomial && y.IsPolynomial) : null;
        return x.Top.Multiply(y.Bottom) is { } a && y.Top.Multiply(x.Bottom) is { } b && a.Add(b) is { } top
            && x.Bottom.Multiply(y.Bottom) is { } bottom
            ? new(top, bottom, x.IsPolynomial && y.IsPolynomial)
            : null;
    }

    private static RationalFunction? Multiply(RationalFunction x, RationalFunction y) =>
        x.Top.Multiply(y.Top) is { } top && x.Bottom.Multiply(y.Bottom) is { IsZero: false } bottom
        ? new(top, bottom, x.IsPolynomial && y.IsPolynomial) : null;
}
