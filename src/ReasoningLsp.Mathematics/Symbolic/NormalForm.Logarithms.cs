using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Logarithms.</content>
internal sealed partial class NormalForm
{
    private static string LogarithmName(string of) => $"ln|{of}|";

    // ln of a quotient of products is a sum of logarithms of absolute values, wherever it is defined.
    private RationalFunction? Logarithm(RationalFunction canonical)
    {
        if (canonical.Top.IsZero || canonical.Top.Atoms().Contains("ι") || canonical.Bottom.Atoms().Contains("ι"))
            return null;
        if (canonical.Constant is { Sign: < 0 })
            return null;
        Condition(canonical);
        return LogarithmOfSize(canonical.Top) is { } above && LogarithmOfSize(canonical.Bottom) is { } below
            ? RationalFunction.Plus(above, RationalFunction.Negated(below)) : null;
    }

    private RationalFunction? LogarithmOfSize(Polynomial polynomial)
    {
        var content = Content(polynomial);
        RationalFunction? result = RationalFunction.Of(Rational.Zero);
        foreach (var (prime, count) in Factors(content.Numerator))
            result = RationalFunction.Plus(result, LogarithmOfNumber(prime, count));
        foreach (var (prime, count) in Factors(content.Denominator))
            result = RationalFunction.Plus(result, LogarithmOfNumber(prime, -count));
        var primitive = polynomial.Scale(Rational.One / content);
        foreach (var atom in primitive.Atoms())
        {
            var power = CommonFactors.LowestPower(primitive, atom);
            if (power == 0)
                continue;
            result = RationalFunction.Plus(result, RationalFunction.Times(RationalFunction.Of(power), LogarithmOfAtom(atom)));
            primitive = CommonFactors.Lower(primitive, atom, power);
        }

        if (primitive.ConstantValue is not null)
            return result;
        var multiplicity = 1;
        while (PerfectSquare.RootOf(primitive) is { } root)
            (primitive, multiplicity) = (root, multiplicity * 2);
        return RationalFunction.Plus(result, RationalFunction.Times(RationalFunction.Of(multiplicity), LogarithmKernel(primitive)));
    }

    private RationalFunction? LogarithmOfNumber(System.Numerics.BigInteger prime, int count)
    {
        var kernel = new Kernel(LogarithmName(prime.ToString()))
        {
            Kind = KernelKind.Logarithm,
            Argument = RationalFunction.Of(new Rational(prime, 1)),
            IsPositive = true,
            IsNumber = true,
        };
        _kernels.TryAdd(kernel.Name, kernel);
        return RationalFunction.Times(Atom(kernel.Name), RationalFunction.Of(count));
    }

    private RationalFunction? LogarithmOfAtom(string atom) => _kernels.GetValueOrDefault(atom) switch
    {
        { Kind: KernelKind.Exponential, Argument: { } exponent } => exponent,
        { Kind: KernelKind.Absolute, Argument: { } inside } => LogarithmOfSize(inside.Top),
        { Power: > 1 and var power, Value: { } value } when atom != "ι" && !atom.StartsWith("sin(", StringComparison.Ordinal) =>
            RationalFunction.Times(LogarithmOfSize(value), RationalFunction.Of(new Rational(1, power))),
        _ => LogarithmKernel(Polynomial.Of(atom)),
    };

    private RationalFunction LogarithmKernel(Polynomial of)
    {
        if (Leading(of).Sign < 0)
            of = of.Scale(-1);
        var kernel = new Kernel(LogarithmName(of.ToString()))
        {
            Kind = KernelKind.Logarithm,
            Argument = RationalFunction.Of(of),
            IsNumber = of.Atoms().All(IsRealOrUnit),
        };
        _kernels.TryAdd(kernel.Name, kernel);
        return Atom(kernel.Name);
    }
}
