using System.Collections.Immutable;
using System.Numerics;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Algebra;

/// <summary>A polynomial in one atom, coefficients from the constant upwards, the highest not zero.</summary>
public sealed record UnivariatePolynomial(string Atom, ImmutableArray<Rational> Coefficients)
{
    /// <summary>Its degree; -1 for zero.</summary>
    public int Degree => Coefficients.Length - 1;

    /// <summary>The polynomial as one in <paramref name="atom"/>; null where another atom occurs.</summary>
    public static UnivariatePolynomial? From(Polynomial polynomial, string atom)
    {
        var coefficients = new Rational[polynomial.DegreeIn(atom) + 1];
        foreach (var (monomial, coefficient) in polynomial.Terms)
        {
            var power = monomial.PowerOf(atom);
            if (monomial.Degree != power)
                return null;
            coefficients[power] = coefficient;
        }

        return new(atom, Trim(coefficients));
    }

    /// <summary>Greatest common divisor, scaled to highest coefficient 1.</summary>
    public static UnivariatePolynomial Gcd(UnivariatePolynomial x, UnivariatePolynomial y)
    {
        while (y.Degree >= 0)
            (x, y) = (y, Remainder(x, y));
        return x.Degree < 0 ? x : x with { Coefficients = [.. x.Coefficients.Select(coefficient => coefficient / x.Coefficients[^1])] };
    }

    /// <summary>The polynomial as one in any number of atoms.</summary>
    public Polynomial ToPolynomial()
    {
        var result = Polynomial.Zero;
        for (var power = 0; power <= Degree; power++)
            result = result.Add(Polynomial.Of(power == 0 ? Monomial.One : Monomial.Of(Atom, power), Coefficients[power])) ?? result;
        return result;
    }

    /// <summary>Difference.</summary>
    public UnivariatePolynomial Minus(UnivariatePolynomial other)
    {
        var result = new Rational[Math.Max(Coefficients.Length, other.Coefficients.Length)];
        for (var i = 0; i < result.Length; i++)
            result[i] = (i <= Degree ? Coefficients[i] : Rational.Zero) - (i <= other.Degree ? other.Coefficients[i] : Rational.Zero);
        return new(Atom, Trim(result));
    }

    /// <summary>Product.</summary>
    public UnivariatePolynomial Times(UnivariatePolynomial other)
    {
        if (Degree < 0 || other.Degree < 0)
            return this with { Coefficients = [] };
        var result = new Rational[Degree + other.Degree + 1];
        for (var i = 0; i <= Degree; i++)
        {
            for (var j = 0; j <= other.Degree; j++)
                result[i + j] += Coefficients[i] * other.Coefficients[j];
        }

        return new(Atom, Trim(result));
    }

    /// <summary>The quotient without its remainder.</summary>
    public UnivariatePolynomial DividedBy(UnivariatePolynomial divisor)
    {
        if (Degree < divisor.Degree)
            return this with { Coefficients = [] };
        var rest = Coefficients.ToArray();
        var quotient = new Rational[Degree - divisor.Degree + 1];
        for (var degree = rest.Length - 1; degree >= divisor.Degree; degree--)
        {
            var factor = rest[degree] / divisor.Coefficients[^1];
            quotient[degree - divisor.Degree] = factor;
            for (var i = 0; i <= divisor.Degree; i++)
                rest[degree - divisor.Degree + i] -= factor * divisor.Coefficients[i];
        }

        return new(Atom, Trim(quotient));
    }

    /// <summary>Number of roots, real and complex, each counted once.</summary>
    public int DistinctRoots => Degree < 1 ? 0 : Degree - Math.Max(0, Gcd(this, Derivative()).Degree);

    private UnivariatePolynomial Derivative() =>
        new(Atom, Trim([.. Coefficients.Skip(1).Select((coefficient, i) => coefficient * (i + 1))]));

    /// <summary>Every rational root, without multiplicity; incomplete only where the coefficients are very large.</summary>
    public ImmutableArray<Rational> RationalRoots()
    {
        var roots = ImmutableArray.CreateBuilder<Rational>();
        var rest = this;
        if (rest.Degree > 0 && rest.Coefficients[0].IsZero)
        {
            roots.Add(Rational.Zero);
            while (rest.Degree > 0 && rest.Coefficients[0].IsZero)
                rest = rest with { Coefficients = rest.Coefficients[1..] };
        }

        if (rest.Degree == 1)
        {
            roots.Add(-rest.Coefficients[0] / rest.Coefficients[1]);
            return roots.ToImmutable();
        }

        if (rest.Degree == 2)
        {
            var (c, b, a) = (rest.Coefficients[0], rest.Coefficients[1], rest.Coefficients[2]);
            var discriminant = (b * b) - (4 * a * c);
            if (discriminant.Sign >= 0 && discriminant.TryRoot(2, out var root))
            {
                roots.Add((-b + root) / (2 * a));
                if (!root.IsZero)
                    roots.Add((-b - root) / (2 * a));
            }

            return roots.ToImmutable();
        }

        if (rest.Degree < 1)
            return roots.ToImmutable();
        var scale = rest.Coefficients.Aggregate(BigInteger.One,
            (lcm, coefficient) => lcm / BigInteger.GreatestCommonDivisor(lcm, coefficient.Denominator) * coefficient.Denominator);
        var lowest = BigInteger.Abs((rest.Coefficients[0] * scale).Numerator);
        var highest = BigInteger.Abs((rest.Coefficients[^1] * scale).Numerator);
        foreach (var p in Divisors(lowest))
        {
            foreach (var q in Divisors(highest))
            {
                foreach (var candidate in (Rational[])[new(p, q), new(-p, q)])
                {
                    if (!roots.Contains(candidate) && rest.At(candidate).IsZero)
                        roots.Add(candidate);
                }
            }
        }

        return roots.ToImmutable();
    }

    /// <summary>Its value at a number.</summary>
    public Rational At(Rational x)
    {
        var result = Rational.Zero;
        for (var power = Degree; power >= 0; power--)
            result = (result * x) + Coefficients[power];
        return result;
    }

    private static IEnumerable<BigInteger> Divisors(BigInteger number)
    {
        if (number > 1_000_000)
        {
            yield return BigInteger.One;
            yield break;
        }

        for (var d = 1; d <= number && d <= 1000; d++)
        {
            if (number % d == 0)
                yield return d;
        }
    }

    private static UnivariatePolynomial Remainder(UnivariatePolynomial x, UnivariatePolynomial y)
    {
        var rest = x.Coefficients.ToArray();
        for (var degree = rest.Length - 1; degree >= y.Degree; degree--)
        {
            var factor = rest[degree] / y.Coefficients[^1];
            if (factor.IsZero)
                continue;
            for (var i = 0; i <= y.Degree; i++)
                rest[degree - y.Degree + i] -= factor * y.Coefficients[i];
        }

        return new(x.Atom, Trim(rest.AsSpan(0, Math.Min(rest.Length, Math.Max(y.Degree, 0)))));
    }

    private static ImmutableArray<Rational> Trim(ReadOnlySpan<Rational> coefficients)
    {
        var length = coefficients.Length;
        while (length > 0 && coefficients[length - 1].IsZero)
            length--;
        return [.. coefficients[..length]];
    }
}
