using System.Globalization;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Relations;

/// <summary>"(m + n√6)² = m² + 6mn√6 + 6n²": a product multiplied out with one wrong coefficient. As an equation it would say no more than
/// that a letter is zero, and nobody writes that so.</summary>
internal static class SlippedTerm
{
    private const int FewestTerms = 3;

    private const string Unit = "i";

    /// <summary>Whether the right side has all terms of the left one, and one of them with another number before it.</summary>
    /// <param name="left">The product.</param>
    /// <param name="right">The sum.</param>
    /// <param name="isComplex">Whether i is the imaginary unit.</param>
    public static bool Is(Expression left, Expression right, bool isComplex)
    {
        if (!RewritingForm.Is(left) || right is not Call { Operation: Operation.Add } sum || sum.Arguments.Any(IsProductOfSum)
            || RationalFunction.From(left) is not { Bottom.ConstantValue: { } a, Top: var f }
            || RationalFunction.From(right) is not { Bottom.ConstantValue: { } b, Top: var g }
            || !f.Atoms().Concat(g.Atoms()).All(IsPlain))
            return false;
        var (said, truth) = (Reduced(g.Scale(Rational.One / b), isComplex), Reduced(f.Scale(Rational.One / a), isComplex));
        var fewest = isComplex && truth.DegreeIn(Unit) > 0 ? FewestTerms - 1 : FewestTerms;
        return truth.Terms.Count >= fewest && said.Add(truth.Scale(-Rational.One)) is { Terms: { Count: 1 } rest }
            && rest.Keys.First() is { Degree: > 0 } term && said.Terms.ContainsKey(term) && truth.Terms.ContainsKey(term);
    }

    // A letter, or the root of a whole number.
    private static bool IsPlain(string atom) => atom.All(char.IsLetterOrDigit) || SquareOf(atom, isComplex: false) is not null;

    private static bool IsProductOfSum(Expression term) => ExpressionInspector.Nodes(term).Any(node =>
        node is Call { Operation: Operation.Multiply or Operation.Power } product
            && product.Arguments.Any(factor => factor is Call { Operation: Operation.Add }));

    // i² is -1, and √6² is 6.
    private static Polynomial Reduced(Polynomial polynomial, bool isComplex)
    {
        foreach (var atom in polynomial.Atoms().Where(atom => polynomial.DegreeIn(atom) > 1).ToList())
        {
            if (SquareOf(atom, isComplex) is not { } square)
                continue;
            Polynomial? sum = Polynomial.Zero;
            for (var power = 0; power <= polynomial.DegreeIn(atom); power++)
            {
                var part = polynomial.Coefficient(atom, power).Scale(Power(square, power / 2));
                sum = (power % 2 == 0 ? part : part.Multiply(Polynomial.Of(atom))) is { } reduced ? sum?.Add(reduced) : null;
            }

            polynomial = sum ?? polynomial;
        }

        return polynomial;
    }

    private static Rational? SquareOf(string atom, bool isComplex) => atom is Unit ? isComplex ? -Rational.One : null
        : atom is ['√', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var square) ? square
        : null;

    private static Rational Power(Rational number, int exponent) =>
        Enumerable.Repeat(number, exponent).Aggregate(Rational.One, (product, factor) => product * factor);
}
