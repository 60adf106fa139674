using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Expands expressions in t, where a name stands for a given series in t. A logarithm of t itself is kept as a name.</summary>
internal sealed class SeriesExpansion(string name, LaurentSeries value, Evaluator evaluator)
{
    /// <summary>What stands for ln t in coefficients.</summary>
    public const string LogarithmOfT = "ln#t";

    private const int MostWork = 300;

    private int _work;

    /// <summary>The series; null where there is none in whole powers of t.</summary>
    public LaurentSeries? Of(Expression expression)
    {
        if (++_work > MostWork)
            return null;
        if (!Compose.Holds(expression, name))
            return ExpressionInspector.Nodes(expression).Any(node => node is Collection) ? null : LaurentSeries.Constant(expression);
        return expression switch
        {
            Symbol => value,
            Call call => OfCall(call),
            _ => null,
        };
    }

    private LaurentSeries? OfCall(Call call)
    {
        var arguments = call.Arguments;
        if (call.Operation is Operation.Add or Operation.Multiply)
        {
            LaurentSeries? result = null;
            foreach (var argument in arguments)
            {
                if (Of(argument) is not { } next)
                    return null;
                result = result is null ? next : call.Operation == Operation.Add ? LaurentSeries.Add(result, next)
                    : LaurentSeries.Multiply(result, next);
                if (result is null)
                    return null;
            }

            return result;
        }

        if (call.Operation == Operation.Power && Compose.Value(arguments[1]) is null)
            return arguments[0].Equals(Constant.E) ? Of(arguments[1]) is { } exponent ? Exponential(exponent) : null
                : Of(Call.Of(Operation.Multiply, arguments[1], Call.Of(Operation.Ln, arguments[0]))) is { } whole ? Exponential(whole)
                    : null;
        if (Of(arguments[0]) is not { } u)
            return null;
        return call.Operation switch
        {
            Operation.Negate => u.Scale(Compose.Number(-Rational.One)),
            Operation.Divide => Of(arguments[1])?.Inverse() is { } inverse ? LaurentSeries.Multiply(u, inverse) : null,
            Operation.Percent => u.Scale(Compose.Number(new Rational(1, 100))),
            Operation.Degrees => u.Scale(Compose.Quotient(Constant.Pi, Compose.Number(180))),
            Operation.Power => Power(u, Compose.Value(arguments[1])!.Value),
            Operation.Root => Compose.Value(arguments[1]) is { Sign: > 0 } index ? Power(u, Rational.One / index) : null,
            Operation.Abs => Sign(u) is { } sign and not 0 ? u.Scale(Compose.Number(sign)) : null,
            Operation.Exp => Exponential(u),
            Operation.Ln => Logarithm(u),
            Operation.Log => !Compose.Holds(arguments[1], name) && Logarithm(u) is { } logarithm
                ? logarithm.Scale(Compose.Quotient(Compose.One, Call.Of(Operation.Ln, arguments[1]))) : null,
            Operation.Sin or Operation.Cos or Operation.Tan or Operation.Cot or Operation.Sec or Operation.Csc => Wave(call.Operation, u),
            Operation.Sinh or Operation.Cosh or Operation.Tanh => Hyperbolic(call.Operation, u),
            Operation.Asin or Operation.Acos or Operation.Atan => Arc(call.Operation, u),
            _ => null,
        };
    }

    /// <summary>The sign of the series near t = 0; null where it is not known.</summary>
    public int? Sign(LaurentSeries series)
    {
        if (evaluator.Evaluate(series.Leading, Evaluator.NoSymbols) is not { IsReal: true } leading)
            return null;
        if (leading.Exact is { } exact)
            return exact.Sign;
        return leading.Re.Range(evaluator.Arithmetic) is { } range ? range.IsPositive ? 1 : range.IsNegative ? -1 : null : null;
    }

    // (c t^m (1 + w))^r
    private LaurentSeries? Power(LaurentSeries u, Rational exponent)
    {
        if (u.IsZero)
            return exponent.Sign > 0 ? u : null;
        if (!(exponent * u.Order).IsInteger || (!exponent.IsInteger && Sign(u) is not > 0))
            return null;
        var order = (int)(exponent * u.Order).Numerator;
        var w = u.Scale(Compose.Quotient(Compose.One, u.Leading)) with { Order = 0 };
        var binomial = Rational.One;
        var coefficients = new List<Rational> { Rational.One };
        for (var k = 1; k < LaurentSeries.Terms; k++)
        {
            binomial = binomial * (exponent - (k - 1)) / k;
            coefficients.Add(binomial);
        }

        return w.WithoutConstant()?.Composed(k => coefficients[k]) is { } rest
            ? LaurentSeries.Multiply(rest, LaurentSeries.Term(Compose.Power(u.Leading, exponent), order)) : null;
    }

    private static LaurentSeries? Exponential(LaurentSeries u)
    {
        if (u.Order < 0)
            return null;
        var constant = u.At(0);
        var order = 0;
        if (Compose.Holds(constant, LogarithmOfT))
        {
            // e^(k ln t) = t^k
            if (Differentiator.Of(constant, LogarithmOfT) is not { } slope || Compose.Value(slope) is not { IsInteger: true } whole
                || Rational.Abs(whole) > 20)
                return null;
            order = (int)whole.Numerator;
            constant = Compose.Substitute(constant, LogarithmOfT, Compose.Zero);
        }

        return u.WithoutConstant()?.Composed(k => Rational.One / Factorial(k)) is { } rest
            ? LaurentSeries.Multiply(rest, LaurentSeries.Term(Compose.IsZero(constant) ? Compose.One
                : Compose.Power(Constant.E, constant), order)) : null;
    }

    private static Rational Factorial(int k) => k < 2 ? Rational.One : k * Factorial(k - 1);

    private LaurentSeries? Logarithm(LaurentSeries u)
    {
        if (u.IsZero || Sign(u) is <= 0)
            return null;
        var w = u.Scale(Compose.Quotient(Compose.One, u.Leading)) with { Order = 0 };
        if (w.WithoutConstant()?.Composed(k => k == 0 ? Rational.Zero : new Rational(k % 2 == 1 ? 1 : -1, k)) is not { } rest)
            return null;
        var constant = Compose.Sum(Compose.Value(u.Leading) == Rational.One ? Compose.Zero : Call.Of(Operation.Ln, u.Leading),
            Compose.Product(Compose.Number(u.Order), new Symbol(LogarithmOfT)));
        return LaurentSeries.Add(LaurentSeries.Constant(constant), rest);
    }

    private static LaurentSeries? Wave(Operation operation, LaurentSeries u)
    {
        if (u.Order < 0 || Compose.Holds(u.At(0), LogarithmOfT) || u.WithoutConstant() is not { } w
            || w.Composed(k => k % 2 == 0 ? Rational.Zero : new Rational(k % 4 == 1 ? 1 : -1, 1) / Factorial(k)) is not { } sine
            || w.Composed(k => k % 2 == 1 ? Rational.Zero : new Rational(k % 4 == 0 ? 1 : -1, 1) / Factorial(k)) is not { } cosine)
            return null;
        var constant = u.At(0);
        if (!Compose.IsZero(constant))
        {
            Expression s = Call.Of(Operation.Sin, constant), c = Call.Of(Operation.Cos, constant);
            if (LaurentSeries.Add(sine.Scale(c), cosine.Scale(s)) is not { } shifted
                || LaurentSeries.Add(cosine.Scale(c), sine.Scale(Compose.Negate(s))) is not { } beside)
                return null;
            (sine, cosine) = (shifted, beside);
        }

        return operation switch
        {
            Operation.Sin => sine,
            Operation.Cos => cosine,
            Operation.Tan => Over(sine, cosine),
            Operation.Cot => Over(cosine, sine),
            Operation.Sec => cosine.Inverse(),
            _ => sine.Inverse(),
        };
    }

    private static LaurentSeries? Over(LaurentSeries top, LaurentSeries bottom) =>
        bottom.Inverse() is { } inverse ? LaurentSeries.Multiply(top, inverse) : null;

    private static LaurentSeries? Hyperbolic(Operation operation, LaurentSeries u)
    {
        if (Exponential(u) is not { } grows || grows.Inverse() is not { } falls || LaurentSeries.Add(grows, falls) is not { } sum
            || LaurentSeries.Add(grows, falls.Scale(Compose.Number(-Rational.One))) is not { } difference)
            return null;
        var half = Compose.Number(new Rational(1, 2));
        return operation switch
        {
            Operation.Sinh => difference.Scale(half),
            Operation.Cosh => sum.Scale(half),
            _ => Over(difference, sum),
        };
    }

    // Near zero only; arctan of what grows without bound goes to a quarter turn.
    private LaurentSeries? Arc(Operation operation, LaurentSeries u)
    {
        if (operation == Operation.Atan && u.Order < 0)
            return Sign(u) is { } sign and not 0 && u.Inverse() is { } small && Arc(Operation.Atan, small) is { } angle
                ? LaurentSeries.Add(LaurentSeries.Constant(Compose.Product(Compose.Number(new Rational(sign, 2)), Constant.Pi)),
                angle.Scale(Compose.Number(-Rational.One))) : null;
        if (u.Order < 1 && !u.IsZero)
            return null;
        if (operation == Operation.Atan)
            return u.Composed(k => k % 2 == 0 ? Rational.Zero : new Rational(k % 4 == 1 ? 1 : -1, k));
        // arcsin u = Σ (2m)! / (4^m m!² (2m + 1)) u^(2m+1)
        var sine = u.Composed(k => k % 2 == 0 ? Rational.Zero
            : Factorial(k - 1) / (new Rational(4, 1).TryPow((k - 1) / 2,
                100)!.Value * Factorial((k - 1) / 2) * Factorial((k - 1) / 2) * k));
        return operation == Operation.Asin || sine is null ? sine
            : LaurentSeries.Add(LaurentSeries.Constant(Compose.Quotient(Constant.Pi, Compose.Two)),
                sine.Scale(Compose.Number(-Rational.One)));
    }
}
