using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Equations;

/// <summary>An inequality in one letter whose sides are quotients of polynomials.</summary>
/// <param name="Name">The letter.</param>
/// <param name="Top">Numerator of left minus right.</param>
/// <param name="Bottom">Its denominator; where that is zero nothing holds.</param>
/// <param name="Sign">The sign between the sides.</param>
internal sealed record RationalInequality(string Name, UnivariatePolynomial Top, UnivariatePolynomial Bottom, string Sign)
{
    private const int HighestDegree = 6;

    /// <summary>Every place at which it may begin or cease to hold, where all of them are rational; null else.</summary>
    public ImmutableArray<Rational>? Changes
    {
        get
        {
            var (zeros, poles) = (Top.RationalRoots(), Bottom.RationalRoots());
            return zeros.Length == Top.DistinctRoots && poles.Length == Bottom.DistinctRoots ? [.. zeros, .. poles] : null;
        }
    }

    /// <summary>An inequality in one letter; null where its sides have no such form, as |x| has none.</summary>
    public static RationalInequality? Of(Expression left, string sign, Expression right)
    {
        if (RationalFunction.Difference(left, right) is not { } difference
            || ExpressionInspector.Symbols(left, right) is not { Count: 1 } names
            || ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).Any(node => node is Quantity))
            return null;
        var name = names.First();
        return difference.Top.Atoms().Union(difference.Bottom.Atoms()).All(atom => atom == name)
            && UnivariatePolynomial.From(difference.Top, name) is { Degree: >= 1 and <= HighestDegree } top
            && UnivariatePolynomial.From(difference.Bottom, name) is { Degree: <= HighestDegree } bottom
            ? new RationalInequality(name, top, bottom, sign) : null;
    }

    /// <summary>Whether it holds at a place.</summary>
    public bool HoldsAt(Rational place)
    {
        var below = Bottom.At(place).Sign;
        var difference = Top.At(place).Sign * below;
        return below != 0 && Sign switch
        {
            "<" => difference < 0,
            ">" => difference > 0,
            "≤" => difference <= 0,
            _ => difference >= 0,
        };
    }
}
