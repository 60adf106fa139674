using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Polynomials and their quotients.</content>
internal static partial class Antiderivative
{
    private const int HighestDegree = 12;

    private static Expression? Rational(Expression integrand, string name)
    {
        if (RationalFunction.From(integrand) is not { IsPolynomial: true } form)
            return null;
        if (form.Bottom.DegreeIn(name) == 0 && form.Bottom.Terms.Count == 1)
            return Polynomial(form, name);
        if (UnivariatePolynomial.From(form.Top, name) is not { } top || UnivariatePolynomial.From(form.Bottom, name) is not { } bottom
            || top.Degree > HighestDegree || bottom.Degree > HighestDegree)
            return null;
        if (UnivariatePolynomial.Gcd(top, bottom) is { Degree: > 0 } common)
            (top, bottom) = (top.DividedBy(common), bottom.DividedBy(common));
        var whole = top.DividedBy(bottom);
        var rest = top.Minus(whole.Times(bottom));
        return Polynomial(RationalFunction.Of(whole.ToPolynomial()), name) is { } polynomial
            && Fractions(rest, bottom, name) is { } fractions
            ? Compose.Sum(polynomial, fractions) : null;
    }

    private static Expression? Polynomial(RationalFunction form, string name)
    {
        var terms = new List<Expression>();
        for (var power = 0; power <= form.Top.DegreeIn(name); power++)
        {
            var coefficient = form.Top.Coefficient(name, power);
            if (!coefficient.IsZero)
                terms.Add(Compose.Product(PolynomialWriter.Write(coefficient.Scale(new Rational(1, power + 1))),
                    Compose.Power(new Symbol(name), new Rational(power + 1, 1))));
        }

        return Compose.Quotient(Compose.Sum([.. terms]), PolynomialWriter.Write(form.Bottom));
    }

    // Partial fractions over the rational roots and at most one quadratic factor without them, each found by solving for coefficients.
    private static Expression? Fractions(UnivariatePolynomial top, UnivariatePolynomial bottom, string name)
    {
        if (top.Degree < 0)
            return Compose.Zero;
        var terms = new List<Expression>();
        var x = new Symbol(name);
        foreach (var root in bottom.RationalRoots())
        {
            var linear = new UnivariatePolynomial(name, [-root, Numbers.Rational.One]);
            var (others, multiplicity) = (bottom, 0);
            while (others.Degree > 0 && others.At(root).IsZero)
                (others, multiplicity) = (others.DividedBy(linear), multiplicity + 1);
            var u = Compose.Difference(x, Compose.Number(root));
            // A/(x − r)^m: A makes the rest of the numerator divisible by x − r.
            for (; multiplicity > 0; multiplicity--)
            {
                var coefficient = top.At(root) / others.At(root);
                top = top.Minus(others.Times(new UnivariatePolynomial(name, coefficient.IsZero ? [] : [coefficient]))).DividedBy(linear);
                bottom = bottom.DividedBy(linear);
                if (!coefficient.IsZero && OfLinearPower(u, -multiplicity, name) is { } term)
                    terms.Add(Compose.Product(Compose.Number(coefficient), term));
            }
        }

        if (top.Degree < 0)
            return Compose.Sum([.. terms]);
        return bottom.Degree == 2 && top.Degree < 2 ? Compose.Sum([.. terms, OverQuadratic(top, bottom, name)]) : null;
    }

    // (px + q)/(ax² + bx + c) without real roots, or with irrational ones.
    private static Expression OverQuadratic(UnivariatePolynomial top, UnivariatePolynomial bottom, string name)
    {
        var (c, b, a) = (bottom.Coefficients[0], bottom.Coefficients[1], bottom.Coefficients[2]);
        var p = top.Degree == 1 ? top.Coefficients[1] : Numbers.Rational.Zero;
        var q = top.Coefficients[0];
        var quadratic = PolynomialWriter.Write(bottom.ToPolynomial());
        var logarithm = Compose.Product(Compose.Number(p / (2 * a)), Call.Of(Operation.Ln, Call.Of(Operation.Abs, quadratic)));
        var rest = q - (p * b / (2 * a));
        var discriminant = (4 * a * c) - (b * b);
        var slope = PolynomialWriter.Write(new UnivariatePolynomial(name, [b, 2 * a]).ToPolynomial());
        if (rest.IsZero)
            return logarithm;
        var root = Compose.SquareRoot(Compose.Number(Numbers.Rational.Abs(discriminant)));
        Expression part = discriminant.Sign > 0
            ? Compose.Quotient(Compose.Product(Compose.Number(2 * rest), Call.Of(Operation.Atan, Compose.Quotient(slope, root))), root)
            : Compose.Quotient(Compose.Product(Compose.Number(rest), Call.Of(Operation.Ln, Call.Of(Operation.Abs,
                Compose.Quotient(Compose.Difference(slope, root), Compose.Sum(slope, root))))), root);
        return Compose.Sum(logarithm, part);
    }

    // Sums of rational powers of the name: (x + 1)/√x
    private static Expression? OfRoots(FactorList factors, string name)
    {
        if (factors.Powers.Count(power => !power.Exponent.IsInteger) != 1)
            return null;
        var (root, exponent) = factors.Powers.First(power => !power.Exponent.IsInteger);
        if (!root.Equals(new Symbol(name)))
            return null;
        var others = Compose.Product([.. factors.Powers.Where(power => power.Exponent.IsInteger).Select(power =>
            Compose.Power(power.Operand, power.Exponent))]);
        if (RationalFunction.From(others) is not { IsPolynomial: true } form || form.Bottom.Terms.Count != 1)
            return null;
        var below = form.Bottom.DegreeIn(name);
        var terms = new List<Expression>();
        for (var power = 0; power <= form.Top.DegreeIn(name); power++)
        {
            var coefficient = form.Top.Coefficient(name, power);
            if (!coefficient.IsZero && OfLinearPower(root, exponent + power - below, name) is { } term)
                terms.Add(Compose.Product(PolynomialWriter.Write(coefficient), term));
        }

        return Compose.Quotient(Compose.Sum([.. terms]), PolynomialWriter.Write(form.Bottom.Coefficient(name, below)));
    }
}
