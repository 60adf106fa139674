using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Absolute values, what is positive, and what must be for the whole to be defined.</content>
internal sealed partial class NormalForm
{
    private bool IsPositive(string atom) =>
        atom == "π" || _positive.Contains(atom) || _kernels.GetValueOrDefault(atom) is { IsPositive: true };

    // Whether every term is certainly above zero.
    private bool IsPositive(Polynomial polynomial) =>
        _positive.Contains(polynomial.ToString())
        || polynomial.Terms.All(term => term.Value.Sign > 0 && HasEvenPowers(term.Key));

    private bool HasEvenPowers(Monomial monomial)
    {
        foreach (var (atom, power) in monomial.Factors)
        {
            if (power % 2 == 1 && !IsPositive(atom))
                return false;
        }

        return true;
    }

    private RationalFunction? Absolute(RationalFunction value)
    {
        if (Canonical(value) is not { } canonical)
            return null;
        if (canonical.Constant is { } number)
            return RationalFunction.Of(Rational.Abs(number));
        if (canonical.Top.Atoms().Contains("ι"))
            return canonical.Top.Atoms().Concat(canonical.Bottom.Atoms()).All(IsRealOrUnit)
                && RationalFunction.Times(canonical, Conjugate(canonical)) is { } square ? Root(square, 2) : null;
        return RationalFunction.Over(Absolute(canonical.Top), Absolute(canonical.Bottom));
    }

    private RationalFunction? Absolute(Polynomial polynomial)
    {
        if (polynomial.IsZero)
            return RationalFunction.Of(Rational.Zero);
        var content = Content(polynomial);
        var primitive = polynomial.Scale(Rational.One / content);
        if (Leading(primitive).Sign < 0 && !_positive.Contains(primitive.ToString()))
            primitive = primitive.Scale(-1);
        if (primitive.Terms.Count > 1)
        {
            var whole = IsPositive(primitive) ? RationalFunction.Of(primitive)
                : _positive.Contains(primitive.Scale(-1).ToString()) ? RationalFunction.Of(primitive.Scale(-1)) : SizeKernel(primitive);
            return RationalFunction.Times(RationalFunction.Of(content), whole);
        }

        RationalFunction? result = RationalFunction.Of(content);
        foreach (var (atom, power) in primitive.Terms.Keys.First().Factors.ToArray())
            result = RationalFunction.Times(result, RationalFunction.Raised(
                IsPositive(atom) || power % 2 == 0 ? Atom(atom) : SizeKernel(Polynomial.Of(atom)), power));
        return result;
    }

    private RationalFunction? SizeKernel(Polynomial polynomial)
    {
        if (polynomial.Multiply(polynomial) is not { } square)
            return null;
        var kernel = new Kernel($"|{polynomial}|")
        {
            Power = 2,
            Value = square,
            IsPositive = true,
            Kind = KernelKind.Absolute,
            Argument = RationalFunction.Of(polynomial),
            IsNumber = polynomial.Atoms().All(IsRealOrUnit),
        };
        _kernels.TryAdd(kernel.Name, kernel);
        return Atom(kernel.Name);
    }

    // Notes that a value must not be negative for the whole to be defined.
    private void Condition(RationalFunction value)
    {
        if (value.Top.Multiply(value.Bottom) is not { IsZero: false } product || product.ConstantValue is not null)
            return;
        if (product.Terms.Count > 1)
        {
            var primitive = product.Scale(Rational.One / Content(product));
            if (!primitive.Terms.All(term => term.Value.Sign > 0 && HasEvenPowersEverywhere(term.Key))
                && PerfectSquare.RootOf(primitive) is null)
                _conditions.Add(primitive.ToString());
            return;
        }

        var (monomial, factor) = product.Terms.First();
        var signs = new List<string>();
        foreach (var (atom, power) in monomial.Factors)
        {
            if (power % 2 == 1 && !(atom == "π" || _kernels.GetValueOrDefault(atom) is { IsPositive: true }))
                signs.Add(atom);
        }

        if (signs.Count > 0)
            _conditions.Add((factor.Sign < 0 ? "-" : string.Empty) + string.Join('·', signs));
    }

    // The same without what is only supposed to be positive.
    private bool HasEvenPowersEverywhere(Monomial monomial)
    {
        foreach (var (atom, power) in monomial.Factors)
        {
            if (power % 2 == 1 && atom != "π" && _kernels.GetValueOrDefault(atom) is not { IsPositive: true })
                return false;
        }

        return true;
    }
}
