using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Algebra;

/// <summary>Polynomial equations that hold together.</summary>
public static class EquationSystem
{
    private const int MostSteps = 8, MostTerms = 80, HighestDegree = 24;

    /// <summary>Whether it is proven that no values, real or complex, satisfy all of them. Letters that an equation gives in terms of the
    /// others are put in, exactly; what is left in one letter must have a common root. False says nothing.</summary>
    /// <param name="equations">Polynomials that are to be zero.</param>
    public static bool IsImpossible(IEnumerable<Polynomial> equations)
    {
        ArgumentNullException.ThrowIfNull(equations);
        var rest = equations.Where(equation => !equation.IsZero).ToList();
        for (var step = 0; step < MostSteps; step++)
        {
            if (rest.Exists(equation => equation.ConstantValue is not null))
                return true;
            if (Solvable(rest) is not var (pivot, letter))
                break;
            rest.Remove(pivot);
            var (slope, constant) = (pivot.Coefficient(letter, 1), pivot.Coefficient(letter, 0));
            for (var i = 0; i < rest.Count; i++)
            {
                if (rest[i].DegreeIn(letter) == 0)
                    continue;
                if (PutIn(rest[i], letter, slope, constant) is not { } next || next.Terms.Count > MostTerms)
                    return false;
                rest[i] = next;
            }

            rest.RemoveAll(equation => equation.IsZero);
        }

        return rest.Exists(equation => equation.ConstantValue is not null) || HasNoCommonRoot(rest);
    }

    // An equation that is linear in a letter, whose coefficient is zero nowhere where the equation holds.
    private static (Polynomial Equation, string Letter)? Solvable(List<Polynomial> equations)
    {
        (Polynomial Equation, string Letter)? found = null;
        foreach (var equation in equations)
        {
            foreach (var letter in equation.Atoms().Order(StringComparer.Ordinal).Where(letter => equation.DegreeIn(letter) == 1))
            {
                if (equation.Coefficient(letter, 1) is { ConstantValue: not null })
                    return (equation, letter);
                if (found is null && IsNeverZero(equation.Coefficient(letter, 1), equation.Coefficient(letter, 0)))
                    found = (equation, letter);
            }
        }

        return found;
    }

    // a x + b = 0 where a and b are never zero together: then a is not zero.
    private static bool IsNeverZero(Polynomial slope, Polynomial constant) => constant is { ConstantValue: { IsZero: false } }
        || (slope.Atoms() is { Count: 1 } atoms && atoms.SetEquals(constant.Atoms())
            && UnivariatePolynomial.From(slope, atoms.First()) is { } a && UnivariatePolynomial.From(constant, atoms.First()) is { } b
            && UnivariatePolynomial.Gcd(a, b).Degree == 0);

    // The equation with -constant/slope for the letter, times as many slopes as make it a polynomial again.
    private static Polynomial? PutIn(Polynomial equation, string letter, Polynomial slope, Polynomial constant)
    {
        var degree = equation.DegreeIn(letter);
        var value = constant.Scale(-Rational.One);
        Polynomial? sum = Polynomial.Zero;
        for (var power = 0; power <= degree && sum is not null; power++)
        {
            var coefficient = equation.Coefficient(letter, power);
            if (coefficient.IsZero)
                continue;
            sum = value.Power(power)?.Multiply(coefficient) is { } term && slope.Power(degree - power) is { } rest
                && term.Multiply(rest) is { } whole ? sum.Add(whole) : null;
        }

        return sum;
    }

    private static bool HasNoCommonRoot(List<Polynomial> equations)
    {
        foreach (var letter in equations.SelectMany(equation => equation.Atoms()).Distinct(StringComparer.Ordinal))
        {
            var alone = equations.Where(equation => equation.Atoms().Count == 1 && equation.DegreeIn(letter) is > 0 and <= HighestDegree)
                .Select(equation => UnivariatePolynomial.From(equation, letter)).OfType<UnivariatePolynomial>().ToList();
            if (alone.Count > 1 && alone.Aggregate(UnivariatePolynomial.Gcd).Degree == 0)
                return true;
        }

        return false;
    }
}
