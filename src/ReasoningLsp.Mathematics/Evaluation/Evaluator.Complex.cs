using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Evaluation;

/// <content>Arithmetic that is also defined on complex numbers.</content>
public sealed partial class Evaluator
{
    private Value? Add(Value x, Value y) =>
        _real.Add(x.Re, y.Re) is { } re && _real.Add(x.Im, y.Im) is { } im ? new Value(re, im) : null;

    private Value? Multiply(Value x, Value y)
    {
        if (x.IsReal && y.IsReal)
            return Wrap(_real.Multiply(x.Re, y.Re));
        var re = Difference(_real.Multiply(x.Re, y.Re), _real.Multiply(x.Im, y.Im));
        var im = Sum(_real.Multiply(x.Re, y.Im), _real.Multiply(x.Im, y.Re));
        return re is { } a && im is { } b ? new Value(a, b) : null;
    }

    private Value? Divide(Value x, Value y)
    {
        if (y.IsReal)
        {
            return _real.Divide(x.Re, y.Re) is { } re && (x.IsReal ? default(Real) : _real.Divide(x.Im, y.Re)) is { } im
                ? new Value(re, im) : null;
        }

        if (Norm(y) is not { } norm || _real.Negate(y.Im) is not { } conjugate || Multiply(x, new Value(y.Re, conjugate)) is not { } top)
            return null;
        return _real.Divide(top.Re, norm) is { } a && _real.Divide(top.Im, norm) is { } b ? new Value(a, b) : null;
    }

    private Real? Norm(Value x) => Sum(_real.Multiply(x.Re, x.Re), _real.Multiply(x.Im, x.Im));

    private Value? Power(Value x, Value y)
    {
        if (x.IsReal && y.IsReal)
        {
            if (_real.Power(x.Re, y.Re) is { } real)
                return Value.Of(real);
            return x.Re.Exact is { Sign: < 0 } && y.Exact is { } half && half.Denominator == 2
                && Root(x, Value.Of(new Rational(2, 1))) is { } root
                ? Power(root, Value.Of(half * 2))
                : null;
        }

        if (y.Exact is { IsInteger: true } exponent && Rational.Abs(exponent) <= 1000)
        {
            var result = Value.Of(Rational.One);
            var factor = x;
            for (var n = (int)Rational.Abs(exponent).Numerator; n > 0; n >>= 1)
            {
                if ((n & 1) == 1)
                {
                    if (Multiply(result, factor) is not { } product)
                        return null;
                    result = product;
                }

                if (n > 1)
                {
                    if (Multiply(factor, factor) is not { } square)
                        return null;
                    factor = square;
                }
            }

            return exponent.Sign < 0 ? Divide(Value.Of(Rational.One), result) : result;
        }

        // e^(iθ): the base is enclosed; only a positive real base has one value.
        if (x.IsReal && _real.Enclosed(x.Re, _arithmetic.Log) is { } log && Multiply(Value.Of(log), y) is { } z)
            return Exp(z);
        return null;
    }

    private Value? Root(Value x, Value index)
    {
        if (index.Exact is not { IsInteger: true, Sign: > 0 } n || n > 1000)
            return null;
        if (!x.IsReal)
            return null;
        if (_real.Root(x.Re, (int)n.Numerator) is { } real)
            return Value.Of(real);
        return n == 2 && _real.Negate(x.Re) is { } opposite
            && (x.Re.Exact?.Sign < 0 || (x.Re.IsEnclosed && x.Re.Range(_arithmetic) is { IsNegative: true }))
                && _real.Root(opposite, 2) is { } im
            ? new Value(default, im)
            : null;
    }

    private Real? Sum(Real? x, Real? y) => x is { } a && y is { } b ? _real.Add(a, b) : null;

    private Real? Difference(Real? x, Real? y) => y is { } b ? Sum(x, _real.Negate(b)) : null;
}
