using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>One term of an argument: a number times a monomial, over a polynomial where there is one.</summary>
/// <param name="Factor">The number.</param>
/// <param name="Monomial">The monomial.</param>
/// <param name="Bottom">What it is divided by; null for one.</param>
internal sealed record LinearPart(Rational Factor, Monomial Monomial, Polynomial? Bottom)
{
    /// <summary>The term without its number, as a name.</summary>
    public string Key => Bottom is null ? Monomial.ToString() : $"{Monomial}/({Bottom})";

    /// <summary>Whether it is a number.</summary>
    public bool IsConstant => Bottom is null && Monomial.Equals(Monomial.One);

    /// <summary>The term without its number.</summary>
    public RationalFunction Unit => new(Polynomial.Of(Monomial, Rational.One), Bottom ?? Polynomial.Of(Rational.One), true);

    /// <summary>The atom that it is a multiple of; null where it is anything else.</summary>
    public string? SingleAtom => Bottom is null && Monomial.Factors is [(var atom, 1)] ? atom : null;
}
