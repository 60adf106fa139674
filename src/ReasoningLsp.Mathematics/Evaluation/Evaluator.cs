using System.Collections.Immutable;
using System.Numerics;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Evaluation;

/// <summary>
/// The value of an expression, exact or enclosed. Null where it is undefined, holds an unknown symbol, or would
/// cost too much. Thread-safe.
/// </summary>
public sealed partial class Evaluator
{
    /// <summary>Nodes that are visited at most, unless said otherwise.</summary>
    public const int DefaultWork = 20_000;

    private const int MostTerms = 3_000;

    private readonly IntervalArithmetic _arithmetic;
    private readonly RealOperations _real;
    private readonly int _mostWork;

    /// <summary>An evaluator whose enclosures are computed with <paramref name="precisionBits"/> bits, and which visits at most
    /// <paramref name="mostWork"/> nodes for one value.</summary>
    public Evaluator(int precisionBits, int mostWork = DefaultWork)
    {
        _mostWork = mostWork;
        _arithmetic = new IntervalArithmetic(precisionBits);
        _real = new RealOperations(_arithmetic);
    }

    /// <summary>No symbol has a value.</summary>
    public static ImmutableDictionary<string, Value> NoSymbols { get; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>The arithmetic of its enclosures.</summary>
    public IntervalArithmetic Arithmetic => _arithmetic;

    /// <summary>The value of <paramref name="expression"/> where symbols have the given values.</summary>
    public Value? Evaluate(Expression expression, IReadOnlyDictionary<string, Value> symbols)
    {
        var work = 0;
        return Evaluate(expression, new Scope(symbols, null, default), ref work);
    }

    private Value? Evaluate(Expression expression, Scope scope, ref int work)
    {
        if (++work > _mostWork)
            return null;
        switch (expression)
        {
            case NumberLiteral number:
                return Value.Of(number.Value);
            case Quantity quantity:
                return Evaluate(quantity.Value, scope, ref work);
            case Symbol symbol:
                return scope.Find(symbol.Name);
            case FunctionValue function:
                return scope.Find(function.Key);
            case Constant constant:
                return ValueOf(constant);
            case Call call:
                return Evaluate(call, scope, ref work);
            default:
                return null;
        }
    }

    private Value? ValueOf(Constant constant)
    {
        if (constant.Equals(Constant.Pi))
            return Value.Of(new Real(_arithmetic.Pi));
        if (constant.Equals(Constant.E))
            return Value.Of(new Real(_arithmetic.E));
        return constant.Equals(Constant.I) ? new Value(default, new Real(Rational.One)) : null;
    }

    private Value? Evaluate(Call call, Scope scope, ref int work)
    {
        if (call.Operation is Operation.SumOver or Operation.ProductOver)
            return EvaluateBig(call, scope, ref work);
        if (call.Operation == Operation.Multiply)
            return EvaluateProduct(call, scope, ref work);
        if (Evaluate(call.Arguments[0], scope, ref work) is not { } first)
            return null;
        if (call.Arguments.Length == 1)
            return Unary(call.Operation, first);
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            if (Evaluate(call.Arguments[i], scope, ref work) is not { } next || Binary(call.Operation, first, next) is not { } result)
                return null;
            first = result;
        }

        return first;
    }

    // "15% of 80" keeps percent exact; a product with an exact zero is zero only if every factor is defined.
    private Value? EvaluateProduct(Call call, Scope scope, ref int work)
    {
        var product = Value.Of(Rational.One);
        foreach (var factor in call.Arguments)
        {
            if (Evaluate(factor, scope, ref work) is not { } value || Multiply(product, value) is not { } next)
                return null;
            product = next;
        }

        return product;
    }

    private Value? EvaluateBig(Call call, Scope scope, ref int work)
    {
        if (call.Arguments[1] is not Symbol index || IndexedNames.DependOn(call.Arguments[0], index.Name)
            || Evaluate(call.Arguments[2], scope, ref work)?.Exact is not { IsInteger: true } from
            || Evaluate(call.Arguments[3], scope, ref work)?.Exact is not { IsInteger: true } to
            || to - from > MostTerms)
            return null;
        var sums = call.Operation == Operation.SumOver;
        var result = Value.Of(sums ? Rational.Zero : Rational.One);
        for (var k = from.Numerator; k <= to.Numerator; k++)
        {
            var inner = new Scope(scope.Symbols, index.Name, Value.Of(new Rational(k, 1))) { Outer = scope };
            if (Evaluate(call.Arguments[0], inner, ref work) is not { } term
                || (sums ? Add(result, term) : Multiply(result, term)) is not { } next)
                return null;
            result = next;
        }

        return result;
    }

    private Value? Binary(Operation operation, Value x, Value y) => operation switch
    {
        Operation.Add => Add(x, y),
        Operation.Divide => Divide(x, y),
        Operation.Power => Power(x, y),
        Operation.Root => Root(x, y),
        Operation.Binomial or Operation.Permutations => Choose(x.Exact, y.Exact, operation == Operation.Permutations),
        Operation.Mod => x.Exact is { } a && y.Exact is { Sign: not 0 } b ? Value.Of(a - (b * (a / b).Floor())) : null,
        Operation.Gcd or Operation.Lcm => Divisors(operation, x.Exact, y.Exact),
        Operation.Min or Operation.Max when x.Exact is { } a && y.Exact is { } b =>
            Value.Of((a < b) == (operation == Operation.Min) ? a : b),
        Operation.Log when x.IsReal && y.IsReal => Logarithm(x.Re, y.Re),
        _ => null,
    };

    private Value? Logarithm(Real x, Real logBase)
    {
        if (x.Exact is { Sign: > 0 } a && logBase.Exact is { Sign: > 0 } b && b != Rational.One && ExactLogarithm(a, b) is { } exact)
            return Value.Of(exact);
        return Wrap(_real.Enclosed(x, logBase, _arithmetic.Log));
    }

    // log of a power of the base: the exponent is found by dividing, at most a few hundred times.
    private static Rational? ExactLogarithm(Rational x, Rational logBase)
    {
        if (!x.IsInteger && x.Numerator.IsOne)
            return ExactLogarithm(Rational.One / x, logBase) is { } negated ? -negated : null;
        if (!logBase.IsInteger || !x.IsInteger)
            return null;
        var exponent = 0;
        while (x.IsInteger && x > Rational.One && exponent < 1000)
        {
            x /= logBase;
            exponent++;
        }

        return x == Rational.One ? exponent : null;
    }

    private static Value? Choose(Rational? n, Rational? k, bool ordered)
    {
        if (n is not { IsInteger: true, Sign: >= 0 } top || k is not { IsInteger: true, Sign: >= 0 } bottom || top > 100_000)
            return null;
        if (bottom > top)
            return Value.Of(Rational.Zero);
        var count = (int)bottom.Numerator;
        if (!ordered && bottom * 2 > top)
            count = (int)(top.Numerator - bottom.Numerator);
        if (count > MostTerms)
            return null;
        var result = BigInteger.One;
        for (var i = 0; i < count; i++)
        {
            result *= top.Numerator - i;
            if (!ordered)
                result /= i + 1;
            if (result.GetBitLength() > RealOperations.MostBits)
                return null;
        }

        return Value.Of(new Rational(result, 1));
    }

    private static Value? Divisors(Operation operation, Rational? x, Rational? y)
    {
        if (x is not { IsInteger: true } a || y is not { IsInteger: true } b)
            return null;
        var gcd = BigInteger.GreatestCommonDivisor(a.Numerator, b.Numerator);
        if (operation == Operation.Gcd)
            return Value.Of(new Rational(gcd, 1));
        return gcd.IsZero ? Value.Of(Rational.Zero) : Value.Of(new Rational(BigInteger.Abs(a.Numerator * b.Numerator) / gcd, 1));
    }

    private static Value? Wrap(Real? real) => real is { } value ? Value.Of(value) : null;

    private sealed record Scope(IReadOnlyDictionary<string, Value> Symbols, string? Name, Value Bound)
    {
        public Scope? Outer { get; init; }

        public Value? Find(string name)
        {
            for (var scope = this; scope is not null; scope = scope.Outer)
            {
                if (scope.Name == name)
                    return scope.Bound;
            }

            return Symbols.TryGetValue(name, out var value) ? value : null;
        }
    }
}
