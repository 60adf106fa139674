using System.Numerics;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Powers and exponentials.</content>
internal sealed partial class NormalForm
{
    private const int MostBits = 4_000;

    private RationalFunction? OfPower(Expression operand, Expression exponent)
    {
        if (Compose.Value(exponent) is { } number)
            return Of(operand) is { } form ? OfRationalPower(form, number) : null;
        if (Of(exponent) is not { } power || Canonical(power) is not { } canonical || LinearParts(canonical) is not { } parts)
            return null;
        if (canonical.Constant is { } constant)
            return Of(operand) is { } form ? OfRationalPower(form, constant) : null;
        if (operand.Equals(Constant.E))
            return Exponential(parts);
        if (Of(operand) is not { } of || Canonical(of) is not { } canonicalOperand)
            return null;
        return OfGeneralPower(canonicalOperand, canonical, parts);
    }

    private RationalFunction? OfRationalPower(RationalFunction form, Rational exponent)
    {
        if (exponent.IsInteger)
            return WholePower(form, exponent.Numerator);
        return exponent.Denominator <= FinestDivision && Root(form, (int)exponent.Denominator) is { } root
            ? WholePower(root, exponent.Numerator) : null;
    }

    private RationalFunction? WholePower(RationalFunction form, BigInteger exponent)
    {
        if (form.Constant is { } number)
            return BigInteger.Abs(exponent) <= 10_000 && !(number.IsZero && exponent.Sign <= 0)
                && number.TryPow((int)exponent, MostBits) is { } exact
                ? RationalFunction.Of(exact) : null;
        if (BigInteger.Abs(exponent) > HighestPower)
            return null;
        var result = One;
        for (var i = 0; i < (int)BigInteger.Abs(exponent); i++)
        {
            if (RationalFunction.Times(result, form) is not { } next || Reduced(next) is not { } reduced)
                return null;
            result = reduced;
        }

        return exponent.Sign < 0 ? RationalFunction.Over(One, result) : result;
    }

    // b^E where E holds a name.
    private RationalFunction? OfGeneralPower(RationalFunction operand, RationalFunction exponent, List<LinearPart> parts)
    {
        if (operand.Constant is { Sign: > 0 } number)
            return RationalFunction.Over(PowerOfWhole(number.Numerator, parts), PowerOfWhole(number.Denominator, parts));
        if (operand.Top.Terms is { Count: 1 } terms && operand.Bottom.ConstantValue is not null && terms.First() is var (monomial, factor)
            && factor == Rational.One && monomial.Factors is [(var atom, var power)] && _kernels.GetValueOrDefault(atom) is
            { Kind: KernelKind.Exponential, Argument: { } argument })
            return RationalFunction.Times(RationalFunction.Times(argument, exponent), RationalFunction.Of(power)) is { } whole
                && Canonical(whole) is { } canonical && LinearParts(canonical) is { } all ? Exponential(all) : null;
        Condition(operand);
        RationalFunction? result = One;
        foreach (var part in parts)
        {
            result = RationalFunction.Times(result, part is { IsConstant: true, Factor: { IsInteger: true } whole }
                ? WholePower(operand, whole.Numerator)
                : Divided($"({KeyOf(operand)})^", part, null));
        }

        return result;
    }

    private RationalFunction? PowerOfWhole(BigInteger number, List<LinearPart> parts)
    {
        RationalFunction? result = One;
        foreach (var (prime, multiplicity) in Factors(number))
        {
            foreach (var part in parts)
            {
                var factor = part.Factor * multiplicity;
                // p^(log_p x)
                if (part.Bottom is { } bottom && bottom.Equals(Polynomial.Of(LogarithmName(prime.ToString())))
                    && new LinearPart(factor, part.Monomial, null).SingleAtom is { } atom
                    && _kernels.GetValueOrDefault(atom) is { Kind: KernelKind.Logarithm, Argument: { } argument })
                    result = RationalFunction.Times(result, Absolute(argument) is { } size ? OfRationalPower(size, factor) : null);
                else if (part.IsConstant)
                    result = RationalFunction.Times(result, PrimeRoot(prime, factor));
                else
                    result = RationalFunction.Times(result, Divided($"{prime}^", part with { Factor = factor }, null));
            }
        }

        return result;
    }

    // e to a sum.
    private RationalFunction? Exponential(List<LinearPart> parts)
    {
        RationalFunction? result = One;
        foreach (var part in parts)
        {
            if (part.SingleAtom is { } atom && _kernels.GetValueOrDefault(atom) is { Kind: KernelKind.Logarithm, Argument: { } argument })
                result = RationalFunction.Times(result, Absolute(argument) is { } size ? OfRationalPower(size, part.Factor) : null);
            else if (part.Monomial.PowerOf("ι") == 1)
                result = RationalFunction.Times(result, OnCircle(part with { Monomial = part.Monomial.Without("ι") }));
            else
                result = RationalFunction.Times(result, Divided("exp", part, part.Unit));
        }

        return result;
    }

    // e^(iθ) = cos θ + i sin θ
    private RationalFunction? OnCircle(LinearPart angle)
    {
        _kernels.TryAdd("ι", new Kernel("ι") { Power = 2, Value = Polynomial.Of(-Rational.One) });
        return SineAndCosine([angle]) is var (sine, cosine) ? RationalFunction.Plus(cosine, RationalFunction.Times(Atom("ι"), sine)) : null;
    }

    // base^(factor·unit) as a power of a kernel base^(unit/division).
    private RationalFunction? Divided(string name, LinearPart part, RationalFunction? exponent)
    {
        var division = DivisionOf($"{name}({part.Key})", part.Factor.Denominator);
        var kernel = new Kernel($"{name}({part.Key}/{division})")
        {
            IsPositive = true,
            IsNumber = part.IsConstant || part.Key == "π",
            Kind = exponent is null ? KernelKind.Other : KernelKind.Exponential,
            Argument = RationalFunction.Over(exponent, RationalFunction.Of(division)),
        };
        _kernels.TryAdd(kernel.Name, kernel);
        var power = part.Factor * division;
        return power.IsInteger && Rational.Abs(power) <= HighestPower ? RationalFunction.Raised(Atom(kernel.Name), (int)power.Numerator)
            : null;
    }

    // A number and the power of it: 12 is 2² · 3. What trial division leaves stands for itself.
    private static IEnumerable<(BigInteger Factor, int Multiplicity)> Factors(BigInteger number)
    {
        for (var divisor = 2; divisor <= 1_000 && number >= (BigInteger)divisor * divisor; divisor++)
        {
            var count = 0;
            while ((number % divisor).IsZero)
            {
                number /= divisor;
                count++;
            }

            if (count > 0)
                yield return (divisor, count);
        }

        if (number > BigInteger.One)
            yield return (number, 1);
    }

    // A number, above one and taken as prime, to a rational power.
    private RationalFunction? PrimeRoot(BigInteger number, Rational exponent)
    {
        var whole = exponent.Floor();
        if (BigInteger.Abs(whole) > 1_000 || new Rational(number, 1).TryPow((int)whole, MostBits) is not { } exact)
            return null;
        var rest = exponent - whole;
        if (rest.IsZero)
            return RationalFunction.Of(exact);
        if (rest.Denominator > FinestDivision)
            return null;
        var division = DivisionOf($"{number}^", rest.Denominator);
        var kernel = new Kernel($"{number}^(1/{division})")
        {
            Power = division,
            Value = Polynomial.Of(new Rational(number, 1)),
            IsPositive = true,
            IsNumber = true,
        };
        _kernels.TryAdd(kernel.Name, kernel);
        return RationalFunction.Times(RationalFunction.Of(exact),
            RationalFunction.Raised(Atom(kernel.Name), (int)(rest * division).Numerator));
    }
}
