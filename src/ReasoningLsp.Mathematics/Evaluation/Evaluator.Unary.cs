using System.Numerics;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Evaluation;

/// <content>Operations of one argument.</content>
public sealed partial class Evaluator
{
    private const int LargestFactorial = 2_000;
    private const int LargestEnclosedFactorial = 10_000;

    private Value? Unary(Operation operation, Value x) => operation switch
    {
        Operation.Add or Operation.Multiply or Operation.Min or Operation.Max or Operation.Gcd or Operation.Lcm => x,
        Operation.Negate => Negate(x),
        Operation.Percent => Divide(x, Value.Of(new Rational(100, 1))),
        Operation.Degrees => Multiply(x, Value.Of(new Real(DegreeInRadians))),
        Operation.Abs => Modulus(x),
        Operation.Conjugate => _real.Negate(x.Im) is { } im ? new Value(x.Re, im) : null,
        Operation.Exp => Exp(x),
        Operation.Factorial or Operation.DoubleFactorial => Factorial(x.Exact, operation == Operation.Factorial ? 1 : 2),
        _ => x.IsReal ? Wrap(RealFunction(operation, x.Re)) : null,
    };

    private Interval DegreeInRadians => _arithmetic.Divide(_arithmetic.Pi, _arithmetic.From(180)!.Value)!.Value;

    private Real? RealFunction(Operation operation, Real x) => operation switch
    {
        Operation.Floor => _real.Floor(x),
        Operation.Ceiling => _real.Ceiling(x),
        Operation.Ln when x.Exact is { } one && one == Rational.One => default(Real),
        Operation.Ln => _real.Enclosed(x, _arithmetic.Log),
        Operation.Sin => x.IsZero ? x : _real.Enclosed(x, _arithmetic.Sin),
        Operation.Cos => x.IsZero ? new Real(Rational.One) : _real.Enclosed(x, _arithmetic.Cos),
        Operation.Tan => x.IsZero ? x : _real.Enclosed(x, _arithmetic.Tan),
        Operation.Cot => _real.Enclosed(x, _arithmetic.Cot),
        Operation.Sec => _real.Enclosed(x, _arithmetic.Sec),
        Operation.Csc => _real.Enclosed(x, _arithmetic.Csc),
        Operation.Asin => _real.Enclosed(x, _arithmetic.Asin),
        Operation.Acos => _real.Enclosed(x, _arithmetic.Acos),
        Operation.Atan => _real.Enclosed(x, _arithmetic.Atan),
        Operation.Sinh => _real.Enclosed(x, _arithmetic.Sinh),
        Operation.Cosh => _real.Enclosed(x, _arithmetic.Cosh),
        Operation.Tanh => _real.Enclosed(x, _arithmetic.Tanh),
        _ => null,
    };

    private Value? Factorial(Rational? x, int step)
    {
        if (x is not { IsInteger: true, Sign: >= 0 } n || n > LargestEnclosedFactorial)
            return null;
        if (n > LargestFactorial)
            return Wrap(EnclosedFactorial((int)n.Numerator, step));
        var result = BigInteger.One;
        for (var k = (int)n.Numerator; k > 1; k -= step)
            result *= k;
        return Value.Of(new Rational(result, 1));
    }

    // Too long to write out, near enough to tell from others.
    private Real? EnclosedFactorial(int n, int step)
    {
        Interval? product = _arithmetic.From(Rational.One);
        var factor = 1L;
        for (var k = n; k > 1 && product is not null; k -= step)
        {
            factor *= k;
            if (factor > int.MaxValue || k - step <= 1)
                (product, factor) = (_arithmetic.Multiply(product.Value, _arithmetic.From(factor)!.Value), 1L);
        }

        return product is { } range ? new Real(range) : null;
    }

    private Value? Negate(Value x) =>
        _real.Negate(x.Re) is { } re && _real.Negate(x.Im) is { } im ? new Value(re, im) : null;

    private Value? Modulus(Value x)
    {
        if (x.IsReal)
            return Wrap(_real.Abs(x.Re));
        return Norm(x) is { } norm ? Wrap(_real.Root(norm, 2)) : null;
    }

    private Value? Exp(Value x)
    {
        if (x.IsReal)
            return x.Re.IsZero ? Value.Of(Rational.One) : Wrap(_real.Enclosed(x.Re, _arithmetic.Exp));
        if (_real.Enclosed(x.Re, _arithmetic.Exp) is not { } size || _real.Enclosed(x.Im, _arithmetic.Cos) is not { } cos
            || _real.Enclosed(x.Im, _arithmetic.Sin) is not { } sin)
            return null;
        return _real.Multiply(size, cos) is { } re && _real.Multiply(size, sin) is { } im ? new Value(re, im) : null;
    }
}
