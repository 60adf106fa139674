using System.Collections.Immutable;
using System.Numerics;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>What the dots stand for in 1 + 3 + 5 + … + 31: an arithmetic or geometric progression, or squares or cubes, where the terms
/// shown and the last one leave one choice only.</summary>
internal sealed class ContinuedTerms(Evaluator evaluator)
{
    private const int MostTerms = 3_000;

    /// <summary>The sum; null where the dots may stand for more than one thing.</summary>
    public Expression? Sum(ImmutableArray<Expression> terms)
    {
        if (Values(terms) is not { Length: >= 2 } shown)
            return null;
        if (ContinuedShape.Values(terms, evaluator) is { } values)
            return Compose.Number(values.Aggregate((sum, value) => sum + value));
        var last = terms[^1];
        if (MayBeAnything(terms, shown))
            return null;
        var sums = new List<Expression>();
        if (Arithmetic(shown, last) is { } arithmetic)
            sums.Add(arithmetic);
        if (Geometric(shown, last) is { } geometric)
            sums.Add(geometric);
        if (shown.Length >= 3 && Powers(shown, last) is { } powers)
            sums.Add(powers);
        return sums.Count == 1 ? sums[0] : null;
    }

    /// <summary>The product of an arithmetic progression of whole numbers; null where it is none.</summary>
    public Expression? Product(ImmutableArray<Expression> factors)
    {
        if (Values(factors) is not { Length: >= 2 } shown)
            return null;
        if (ContinuedShape.Values(factors, evaluator) is { } values)
            return Compose.Number(values.Aggregate((product, value) => product * value));
        if (Step(shown) is not { IsZero: false } step || MayBeAnything(factors, shown))
            return null;
        if (Exact(factors[^1]) is { } last && Count(shown[0], last, step) is { } count)
        {
            var result = Rational.One;
            for (var i = 0; i < count; i++)
                result *= shown[0] + (step * i);
            return Compose.Number(result);
        }

        return shown[0] == Rational.One && step == Rational.One && Exact(factors[^1]) is null && !factors[^1].Equals(Constant.Infinity)
            ? Call.Of(Operation.Factorial, factors[^1]) : null;
    }

    // Two terms and a number at the end.
    private bool MayBeAnything(ImmutableArray<Expression> terms, ImmutableArray<Rational> shown) =>
        shown.Length == 2 && Exact(terms[^1]) is { } end && (terms[0] is Call || !IsCountedEvenly(shown, end));

    // Two terms show even steps where they are 1 + 2, 1 + 3, or the first is the step; 1 + 3 + … + 15 may be all ones in binary, 1 + 2 +
    // … + 21 the numbers of Fibonacci, 2 + 3 + … + 29 primes.
    private static bool IsCountedEvenly(ImmutableArray<Rational> shown, Rational last)
    {
        var (first, step) = (shown[0], shown[1] - shown[0]);
        if (first == Rational.One && step == 2)
            return !IsAllOnes(last) && !IsTriangular(last);
        return (step == Rational.One && first == Rational.One && !IsFibonacci(last)) || (step == Rational.One && first > 3)
            || (step == first && first != Rational.One);
    }

    private static bool IsAllOnes(Rational last) => (last + Rational.One).Numerator.IsPowerOfTwo;

    private static bool IsTriangular(Rational last) => ((last * 8) + Rational.One).TryRoot(2, out var root) && root.IsInteger;

    private static bool IsFibonacci(Rational last)
    {
        var (low, high) = (Rational.One, (Rational)2);
        while (high < last)
            (low, high) = (high, low + high);
        return high == last;
    }

    private ImmutableArray<Rational>? Values(ImmutableArray<Expression> terms)
    {
        var values = ImmutableArray.CreateBuilder<Rational>();
        foreach (var term in terms.SkipLast(1))
        {
            if (Exact(term) is not { } value)
                return null;
            values.Add(value);
        }

        return values.ToImmutable();
    }

    private Rational? Exact(Expression expression) => evaluator.Evaluate(expression, Evaluator.NoSymbols)?.Exact;

    private static Rational? Step(ImmutableArray<Rational> shown)
    {
        var step = shown[1] - shown[0];
        for (var i = 2; i < shown.Length; i++)
        {
            if (shown[i] - shown[i - 1] != step)
                return null;
        }

        return step;
    }

    private static int? Count(Rational first, Rational last, Rational step) =>
        (last - first) / step is { IsInteger: true, Sign: >= 0 } steps && steps < MostTerms ? (int)steps.Numerator + 1 : null;

    private Expression? Arithmetic(ImmutableArray<Rational> shown, Expression last)
    {
        if (Step(shown) is not { IsZero: false } step || last.Equals(Constant.Infinity))
            return null;
        if (Exact(last) is { } end)
            return Count(shown[0], end, step) is { } count && count >= shown.Length ? Compose.Number((shown[0] + end) * count / 2) : null;
        // A last term that is not linear in its letter belongs to another progression; two terms show one by one only.
        if (Algebra.RationalFunction.From(last) is not { IsPolynomial: true, Bottom.ConstantValue: not null } form
            || form.Top.Terms.Keys.Max(monomial => monomial.Degree) > 1 || (shown.Length < 3 && step != Rational.One))
            return null;
        var number = Compose.Sum(Compose.Quotient(Compose.Difference(last, Compose.Number(shown[0])), Compose.Number(step)), Compose.One);
        return Compose.Quotient(Compose.Product(number, Compose.Sum(Compose.Number(shown[0]), last)), Compose.Two);
    }

    private Expression? Geometric(ImmutableArray<Rational> shown, Expression last)
    {
        if (shown[0].IsZero || shown[1].IsZero)
            return null;
        var ratio = shown[1] / shown[0];
        if (ratio == Rational.One)
            return null;
        for (var i = 2; i < shown.Length; i++)
        {
            if (shown[i] != shown[i - 1] * ratio)
                return null;
        }

        if (last.Equals(Constant.Infinity))
            return shown.Length >= 3 && Rational.Abs(ratio) < Rational.One ? Compose.Number(shown[0] / (Rational.One - ratio)) : null;
        if (Exact(last) is { } end)
        {
            var term = shown[0];
            for (var i = 0; i < 400; i++, term *= ratio)
            {
                if (term == end)
                    return i >= shown.Length - 1 ? Compose.Number(((end * ratio) - shown[0]) / (ratio - Rational.One)) : null;
            }

            return null;
        }

        return ExpressionInspector.Nodes(last).Any(node => node is Call { Operation: Operation.Power, Arguments: [_, not NumberLiteral] })
            ? Compose.Quotient(Compose.Difference(Compose.Product(Compose.Number(ratio), last), Compose.Number(shown[0])),
                Compose.Number(ratio - Rational.One))
            : null;
    }

    // 1 + 4 + 9 + … + n², 1 + 8 + 27 + … + n³
    private Expression? Powers(ImmutableArray<Rational> shown, Expression last)
    {
        foreach (var power in (ReadOnlySpan<int>)[2, 3])
        {
            var fits = true;
            for (var i = 0; i < shown.Length; i++)
                fits &= shown[i] == new Rational(BigInteger.Pow(i + 1, power), 1);
            if (!fits)
                continue;
            var root = Exact(last) is { } end ? end.TryRoot(power, out var exact) && exact.IsInteger ? Compose.Number(exact) : null
                : last is Call { Operation: Operation.Power } call && Compose.Value(call.Arguments[1]) == power ? call.Arguments[0] : null;
            if (root is null)
                return null;
            var next = Compose.Sum(root, Compose.One);
            return power == 2
                ? Compose.Quotient(Compose.Product(root, next, Compose.Sum(Compose.Product(Compose.Two, root), Compose.One)),
                    Compose.Number(6))
                : Compose.Power(Compose.Quotient(Compose.Product(root, next), Compose.Two), Compose.Two);
        }

        return null;
    }
}
