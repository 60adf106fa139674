using System.Numerics;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Roots.</content>
internal sealed partial class NormalForm
{
    private RationalFunction? Root(RationalFunction radicand, int index)
    {
        if (index == 1)
            return radicand;
        if (Canonical(radicand) is not { } canonical)
            return null;
        if (canonical.Top.IsZero)
            return canonical;
        if (canonical.Constant is { Sign: < 0 } negative)
            return index % 2 == 1 ? RootOfNumber(-negative, index) is { } root ? RationalFunction.Negated(root) : null
                : index == 2 ? RationalFunction.Times(OfConstant(Expressions.Constant.I), RootOfNumber(-negative, index)) : null;
        if (canonical.Constant is { } number)
            return RootOfNumber(number, index);
        if (canonical.Top.Atoms().Contains("ι"))
            return null;
        var bottom = canonical.Bottom;
        if (bottom.ConstantValue is null)
        {
            // √(a/b) = √(ab)/|b|
            var lifted = canonical.Top;
            for (var i = 1; i < index; i++)
            {
                if (lifted.Multiply(bottom) is not { } product)
                    return null;
                lifted = product;
            }

            var below = RationalFunction.Of(bottom);
            return RationalFunction.Over(Root(RationalFunction.Of(lifted), index), index % 2 == 0 ? Absolute(below) : below);
        }

        var content = Content(canonical.Top);
        return RationalFunction.Times(RootOfNumber(content / bottom.ConstantValue.Value, index),
            RootOfPrimitive(canonical.Top.Scale(Rational.One / content), index));
    }

    private RationalFunction? RootOfNumber(Rational number, int index)
    {
        RationalFunction? result = One;
        foreach (var (prime, count) in Factors(number.Numerator))
            result = RationalFunction.Times(result, PrimeRoot(prime, new Rational(count, index)));
        foreach (var (prime, count) in Factors(number.Denominator))
            result = RationalFunction.Times(result, PrimeRoot(prime, new Rational(-count, index)));
        return result;
    }

    // The positive number that leaves whole coefficients without a common factor.
    private static Rational Content(Polynomial polynomial)
    {
        BigInteger top = 0, bottom = 1;
        foreach (var coefficient in polynomial.Terms.Values)
        {
            top = BigInteger.GreatestCommonDivisor(top, coefficient.Numerator);
            bottom = bottom / BigInteger.GreatestCommonDivisor(bottom, coefficient.Denominator) * coefficient.Denominator;
        }

        return new Rational(top, bottom);
    }

    private RationalFunction? RootOfPrimitive(Polynomial radicand, int index)
    {
        if (index % 2 == 0)
            Condition(RationalFunction.Of(radicand));
        if (radicand.Terms.Count == 1 && radicand.Terms.First().Value == Rational.One)
            return RootOfMonomial(radicand, index);
        if (index == 2)
        {
            if (PerfectSquare.RootOf(radicand) is { } root)
                return Absolute(RationalFunction.Of(root));
            foreach (var atom in radicand.Atoms())
            {
                // √(x³ + x²) = |x|·√(x + 1)
                var even = CommonFactors.LowestPower(radicand, atom) / 2;
                if (even > 0 && Absolute(Atom(atom)) is { } size)
                    return RationalFunction.Times(RationalFunction.Raised(size, even),
                        RootOfPrimitive(CommonFactors.Lower(radicand, atom, 2 * even), index));
            }
        }

        return RootKernel(radicand, index);
    }

    private RationalFunction RootKernel(Polynomial radicand, int index)
    {
        var kernel = new Kernel($"root{index}({radicand})")
        {
            Power = index,
            Value = radicand,
            IsPositive = index % 2 == 0,
            IsNumber = radicand.Atoms().All(IsRealOrUnit),
        };
        _kernels.TryAdd(kernel.Name, kernel);
        return Atom(kernel.Name);
    }

    private RationalFunction? RootOfMonomial(Polynomial radicand, int index)
    {
        RationalFunction? result = One;
        var rest = Polynomial.Of(Rational.One);
        var odd = 0;
        foreach (var (atom, power) in radicand.Terms.Keys.First().Factors.ToArray())
        {
            if (IsPositive(atom))
                result = RationalFunction.Times(result, RootOfPositive(atom, new Rational(power, index)));
            else if (rest.Multiply(Polynomial.Of(Monomial.Of(atom, power), Rational.One)) is { } next)
                (rest, odd) = (next, odd + (power % 2));
        }

        if (rest.ConstantValue is not null)
            return result;
        // Where only one factor may change the sign, it must not be negative.
        var factors = rest.Terms.Keys.First().Factors.ToArray();
        if (index == 2 && odd <= 1)
        {
            foreach (var (atom, power) in factors)
                result = RationalFunction.Times(result, power % 2 == 0 ? RationalFunction.Raised(Absolute(Atom(atom)), power / 2)
                    : RootOfPositive(atom, new Rational(power, 2)));
            return result;
        }

        if (index % 2 == 0 && factors is [(var only, var odds)] && odds % 2 == 1)
            return RationalFunction.Times(result, RootOfPositive(only, new Rational(odds, index)));
        if (index % 2 == 1)
        {
            foreach (var (atom, power) in factors)
                result = RationalFunction.Times(result, RationalFunction.Raised(RootKernel(Polynomial.Of(atom), index), power));
            return result;
        }

        return RationalFunction.Times(result, RootKernel(rest, index));
    }

    // An atom that is positive, or at least zero, to a rational power.
    private RationalFunction? RootOfPositive(string atom, Rational exponent)
    {
        if (_kernels.GetValueOrDefault(atom) is { } known)
        {
            if (known is { Kind: KernelKind.Exponential, Argument: { } argument })
                return RationalFunction.Times(argument, RationalFunction.Of(exponent)) is { } inner && Canonical(inner) is { } canonical
                    && LinearParts(canonical) is { } parts ? Exponential(parts) : null;
            if (known is { Power: > 0, IsNumber: true, Value: { } value } && value.ConstantValue is { IsInteger: true, Sign: > 0 } number)
                return PrimeRoot(number.Numerator, exponent / known.Power);
        }

        if (exponent.Denominator > FinestDivision)
            return null;
        var division = DivisionOf($"{atom}^", exponent.Denominator);
        if (division == 1)
            return RationalFunction.Raised(Atom(atom), (int)exponent.Numerator);
        var kernel = new Kernel($"{atom}^(1/{division})")
        {
            Power = division,
            Value = Polynomial.Of(atom),
            IsPositive = true,
            IsNumber = IsRealOrUnit(atom),
        };
        _kernels.TryAdd(kernel.Name, kernel);
        return RationalFunction.Raised(Atom(kernel.Name), (int)(exponent * division).Numerator);
    }
}
