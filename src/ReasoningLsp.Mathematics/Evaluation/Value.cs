using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Evaluation;

/// <summary>The value of a closed expression: a real or complex number.</summary>
/// <param name="Re">Real part.</param>
/// <param name="Im">Imaginary part; exactly zero for a real number.</param>
public readonly record struct Value(Real Re, Real Im)
{
    /// <summary>A real value.</summary>
    public static Value Of(Real real) => new(real, default);

    /// <summary>An exact real value.</summary>
    public static Value Of(Rational exact) => new(new Real(exact), default);

    /// <summary>Whether it is certainly real.</summary>
    public bool IsReal => Im.IsZero;

    /// <summary>The exact rational it is, or null.</summary>
    public Rational? Exact => IsReal ? Re.Exact : null;

    /// <summary>Whether the two certainly differ.</summary>
    internal bool IsApartFrom(Value other, IntervalArithmetic arithmetic) =>
        Exact is { } exact && other.Exact is { } otherExact
            ? exact != otherExact
            : IsDisjointFrom(other, arithmetic);

    /// <summary>Whether their enclosures have no point in common.</summary>
    internal bool IsDisjointFrom(Value other, IntervalArithmetic arithmetic) =>
        AreApart(Re, other.Re, arithmetic) || AreApart(Im, other.Im, arithmetic);

    private static bool AreApart(Real a, Real b, IntervalArithmetic arithmetic) =>
        a.Range(arithmetic) is { } x && b.Range(arithmetic) is { } y && x.Disjoint(y);
}
