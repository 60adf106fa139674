using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Definite integrals by an antiderivative that is proven continuous between the ends, or enclosed between bounds.</summary>
internal sealed class DefiniteIntegral(Evaluator evaluator, LimitFinder limits)
{
    private const int Cells = 64;
    private const int DeepestHalving = 12;

    /// <summary>The integral in closed form; null where none was found or it may not exist.</summary>
    public Expression? Of(Expression integrand, string name, Expression low, Expression high)
    {
        if (Antiderivative.Of(integrand, name) is not { } antiderivative)
            return null;
        var isClosed = ExpressionInspector.IsClosed(low) && ExpressionInspector.IsClosed(high)
            && ExpressionInspector.Symbols(integrand).All(symbol => symbol == name);
        if (IsInfinite(low) || IsInfinite(high))
            return isClosed ? Improper(integrand, antiderivative, name, low, high) : null;
        if (!isClosed)
            return Compose.Difference(Compose.Substitute(antiderivative, name, high), Compose.Substitute(antiderivative, name, low));
        if (!IsContinuous(antiderivative, integrand, name, low, high) || End(low) is not { } a || End(high) is not { } b)
            return null;
        return AtEnd(antiderivative, name, high, a <= b ? -1 : 1) is { } above
            && AtEnd(antiderivative, name, low, a <= b ? 1 : -1) is { } below
            ? Compose.Difference(above, below) : null;
    }

    // The value at an end, or the limit there from inside: x ln x at 0.
    private Expression? AtEnd(Expression antiderivative, string name, Expression end, int side)
    {
        var value = Compose.Substitute(antiderivative, name, end);
        return evaluator.Evaluate(value, Evaluator.NoSymbols) is not null ? value
            : limits.Of(antiderivative, name, end, side) is { } limit && !IsInfinite(limit) ? limit : null;
    }

    private static bool IsInfinite(Expression end) =>
        end.Equals(Constant.Infinity) || (end is Call { Operation: Operation.Negate } call && call.Arguments[0].Equals(Constant.Infinity));

    // From a finite end to where the integrand is known to be smooth, and on to infinity by a limit.
    private Expression? Improper(Expression integrand, Expression antiderivative, string name, Expression low, Expression high)
    {
        var (from, to) = (IsInfinite(low) ? Compose.Number(-1000) : low, IsInfinite(high) ? Compose.Number(1000) : high);
        if (!IsContinuous(antiderivative, integrand, name, from, to) || (IsInfinite(high) && !IsSmoothFrom(integrand, name, 1))
            || (IsInfinite(low) && !IsSmoothFrom(integrand, name, -1)))
            return null;
        var above = IsInfinite(high) ? limits.Of(antiderivative, name, high, 0) : Compose.Substitute(antiderivative, name, high);
        var below = IsInfinite(low) ? limits.Of(antiderivative, name, low, 0) : Compose.Substitute(antiderivative, name, low);
        return above is null || below is null || IsInfinite(above) || IsInfinite(below) ? null : Compose.Difference(above, below);
    }

    // From a thousand on: sums, products and exponentials have no poles, and what they are divided by no zeros beyond Cauchy's bound.
    // Anything else is enclosed decade by decade, as far as the poles of the numbers that people write can lie.
    private bool IsSmoothFrom(Expression integrand, string name, int sign)
    {
        if (ExpressionInspector.Nodes(integrand).Where(node => Compose.Holds(node, name)).All(node => node switch
        {
            Symbol => true,
            Call
            {
                Operation: Operation.Add or Operation.Multiply or Operation.Negate or Operation.Exp or Operation.Sin
                or Operation.Cos or Operation.Atan
            } => true,
            Call { Operation: Operation.Divide } quotient => !Compose.Holds(quotient.Arguments[1], name)
                || RootBound(quotient.Arguments[1], name) < 1000,
            Call { Operation: Operation.Power } power => !Compose.Holds(power.Arguments[0], name)
                || Compose.Value(power.Arguments[1]) is { IsInteger: true, Sign: > 0 } || RootBound(power.Arguments[0], name) < 1000,
            _ => false,
        }))
            return true;
        for (var decade = 3; decade < 15; decade++)
        {
            Rational near = Rational.PowerOfTen(decade) * sign, far = Rational.PowerOfTen(decade + 1) * sign;
            if (Enclose(integrand, name, Rational.Min(near, far), Rational.Max(near, far)) is null)
                return false;
        }

        return true;
    }

    // No root of a polynomial is larger than one and its largest coefficient over the first (Cauchy); none of an exponential.
    private static Rational RootBound(Expression bottom, string name)
    {
        if (bottom is Call { Operation: Operation.Exp }
            or Call { Operation: Operation.Power, Arguments: [Constant or NumberLiteral { Value.Sign: > 0 }, _] })
            return Rational.Zero;
        return Algebra.RationalFunction.From(bottom) is { IsPolynomial: true } form && form.Bottom.ConstantValue is not null
            && Algebra.UnivariatePolynomial.From(form.Top, name) is { Degree: > 0 } polynomial
            ? Rational.One + polynomial.Coefficients.Select(value => Rational.Abs(value / polynomial.Coefficients[^1])).Max() : 1000;
    }

    // An elementary function that is enclosed on every cell is continuous there; at the ends it may be unbounded, and has a limit or not.
    private bool IsContinuous(Expression antiderivative, Expression integrand, string name, Expression low, Expression high)
    {
        if (End(low) is not { } a || End(high) is not { } b)
            return false;
        if (b < a)
            (a, b) = (b, a);
        var width = (b - a) / Cells;
        for (var i = 0; i < Cells; i++)
        {
            if (!IsContinuousOn(antiderivative, integrand, name, a + (width * i), a + (width * (i + 1)), i == 0, i == Cells - 1, 0))
                return false;
        }

        return true;
    }

    private bool IsContinuousOn(Expression antiderivative, Expression integrand, string name, Rational from, Rational to, bool isFirst,
        bool isLast,
        int depth)
    {
        if (Enclose(integrand, name, from, to) is not null && Enclose(antiderivative, name, from, to) is not null)
            return true;
        if (depth == DeepestHalving)
            return isFirst || isLast;
        var middle = (from + to) / 2;
        return IsContinuousOn(antiderivative, integrand, name, from, middle, isFirst, false, depth + 1)
            && IsContinuousOn(antiderivative, integrand, name, middle, to, false, isLast, depth + 1);
    }

    // The end, rounded to a rational number near it where it is not one.
    private Rational? End(Expression end) => evaluator.Evaluate(end, Evaluator.NoSymbols) is { IsReal: true } value
        ? value.Exact ?? value.Re.Range(evaluator.Arithmetic)?.Midpoint : null;

    private Interval? Enclose(Expression expression, string name, Rational from, Rational to) =>
        evaluator.Arithmetic.Between(from, to) is { } range
        && evaluator.Evaluate(expression, new Dictionary<string,
            Value>(StringComparer.Ordinal)
        { [name] = Value.Of(new Real(range)) }) is { IsReal: true } value
            ? value.Re.Range(evaluator.Arithmetic) : null;

    /// <summary>Bounds of the integral by the midpoint rule with a bound on the second derivative; null where a cell has none.</summary>
    public Interval? Bounds(Expression integrand, string name, Expression low, Expression high)
    {
        if (End(low) is not { } a || End(high) is not { } b || Differentiator.Of(integrand, name) is not { } first)
            return null;
        var second = Differentiator.Of(first, name);
        var arithmetic = evaluator.Arithmetic;
        const int cells = 4 * Cells;
        var width = (b - a) / cells;
        Interval? sum = arithmetic.From(Rational.Zero);
        for (var i = 0; i < cells && sum is not null; i++)
        {
            var (from, to) = (a + (width * i), a + (width * (i + 1)));
            var (lower, upper) = from < to ? (from, to) : (to, from);
            var middle = Enclose(integrand, name, (from + to) / 2, (from + to) / 2);
            var bend = second is null ? null : Enclose(second, name, lower, upper);
            // h f(m) + h³/24 f''(ξ), or h f(ξ) where the second derivative has no bound.
            var part = middle is { } value && bend is { } change
                ? arithmetic.Add(Scale(value, width)!.Value, Scale(change, width * width * width / 24)!.Value)
                : Enclose(integrand, name, lower, upper) is { } whole ? Scale(whole, width) : null;
            sum = part is { } area ? arithmetic.Add(sum.Value, area) : null;
        }

        return sum;
    }

    private Interval? Scale(Interval interval, Rational factor) =>
        evaluator.Arithmetic.From(factor) is { } number ? evaluator.Arithmetic.Multiply(interval, number) : null;
}
