using System.Numerics;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Factorials and numbers of choices: (n + 2)! is (n + 2)(n + 1)·n!.</content>
internal sealed partial class NormalForm
{
    private const int FarthestShift = 20;
    private const int LargestFactorial = 200;

    private RationalFunction? Factorial(RationalFunction of)
    {
        if (of.Constant is { } number)
            return number is { IsInteger: true, Sign: >= 0 } && number <= LargestFactorial
                ? RationalFunction.Of(Product((int)number.Numerator)) : null;
        var shift = of.Bottom.ConstantValue is { } bottom && of.Top.Terms.TryGetValue(Monomial.One, out var constant)
            ? (constant / bottom).Floor() : 0;
        if (BigInteger.Abs(shift) > FarthestShift
            || RationalFunction.Plus(of, RationalFunction.Of(new Rational(-shift, 1))) is not { } start
            || Canonical(start) is not { } canonical)
            return null;
        RationalFunction? result = Atom($"({KeyOf(canonical)})!");
        for (var k = 1; k <= shift; k++)
            result = RationalFunction.Times(result, RationalFunction.Plus(canonical, RationalFunction.Of(k)));
        for (var k = 0; k < -shift; k++)
            result = RationalFunction.Over(result, RationalFunction.Plus(canonical, RationalFunction.Of(-k)));
        return result;
    }

    private static Rational Product(int number)
    {
        var result = BigInteger.One;
        for (var k = 2; k <= number; k++)
            result *= k;
        return new Rational(result, 1);
    }

    private RationalFunction? Choices(Call call, RationalFunction n)
    {
        if (Of(call.Arguments[1]) is not { } form || Canonical(form) is not { } k)
            return null;
        // n over k for a small k is a polynomial.
        if (k.Constant is { IsInteger: true, Sign: >= 0 } count && count <= FarthestShift)
        {
            RationalFunction? product = One;
            for (var i = 0; i < (int)count.Numerator; i++)
                product = RationalFunction.Times(product, RationalFunction.Plus(n, RationalFunction.Of(-i)));
            return call.Operation == Operation.Permutations ? product
                : RationalFunction.Over(product, RationalFunction.Of(Product((int)count.Numerator)));
        }

        if (RationalFunction.Plus(n, RationalFunction.Negated(k)) is not { } rest || Canonical(rest) is not { } left)
            return null;
        var arrangements = RationalFunction.Over(Factorial(n), Factorial(left));
        return call.Operation == Operation.Permutations ? arrangements : RationalFunction.Over(arrangements, Factorial(k));
    }
}
