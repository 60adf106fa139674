using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Sums in closed form: polynomials, geometric ones, telescoping fractions, and the known infinite series.</summary>
internal sealed partial class SeriesSum(Evaluator evaluator)
{
    private const int MostShown = 40;
    private const int HighestPower = 8;

    /// <summary>Σ of <paramref name="body"/> for the index from <paramref name="from"/> to <paramref name="to"/>; null where it is not
    /// found, or where the terms can be added one by one.</summary>
    public Expression? Of(Expression body, string index, Expression from, Expression to)
    {
        if (IndexedNames.DependOn(body, index) || ExpressionInspector.Nodes(body).Any(node => node is FunctionValue or Collection
            or Quantity))
            return null;
        var isInfinite = to.Equals(Constant.Infinity);
        if (!isInfinite && Compose.Value(from) is { IsInteger: true } low && Compose.Value(to) is { IsInteger: true } high)
            return ExpressionInspector.Symbols(body).Any(name => name != index) && high - low <= MostShown
                ? WrittenOut(body, index, low, high) : null;
        if (!isInfinite && Compose.Value(to) is not null || ExpressionInspector.Nodes(from).Contains(Constant.Infinity))
            return null;
        return isInfinite ? Infinite(body, index, from) : Finite(body, index, from, to);
    }

    private static Expression WrittenOut(Expression body, string index, Rational low, Rational high)
    {
        var terms = new List<Expression>();
        for (var k = low; k <= high; k += Rational.One)
            terms.Add(Compose.Substitute(body, index, Compose.Number(k)));
        return Compose.Sum([.. terms]);
    }

    private Expression? Finite(Expression body, string index, Expression from, Expression to)
    {
        var count = Compose.Sum(to, Compose.Negate(from), Compose.One);
        if (!Compose.Holds(body, index))
            return Compose.Product(body, count);
        if (RationalFunction.From(body) is { IsPolynomial: true } form)
        {
            if (form.Bottom.DegreeIn(index) == 0 && form.Bottom.Terms.Count == 1)
                return Powers(form, index, from, to);
            return Telescoped(form, index, from, to);
        }

        if (body is Call { Operation: Operation.Add } sum)
            return Each(sum, term => Finite(term, index, from, to));
        var factors = FactorList.Of(body, index);
        if (Geometric(factors, index) is not var (ratio, scale, polynomial) || polynomial.Degree != 0)
            return null;
        // Σ r^k = (r^a − r^(b + 1))/(1 − r)
        if (evaluator.Evaluate(ratio, Evaluator.NoSymbols) is { Exact: { } same } && same == Rational.One)
            return null;
        return Compose.Product(scale, Compose.Number(polynomial.Coefficients[0]), Compose.Quotient(
            Compose.Difference(Compose.Power(ratio, from), Compose.Power(ratio, Compose.Sum(to, Compose.One))),
                Compose.Difference(Compose.One, ratio)));
    }

    private static Expression? Each(Call sum, Func<Expression, Expression?> of)
    {
        var terms = new List<Expression>();
        foreach (var term in sum.Arguments)
        {
            if (of(term) is not { } part)
                return null;
            terms.Add(part);
        }

        return Compose.Sum([.. terms]);
    }

    // Σ k^p from a to b is S(b) − S(a − 1).
    private static Expression? Powers(RationalFunction form, string index, Expression from, Expression to)
    {
        var terms = new List<Expression>();
        for (var power = 0; power <= form.Top.DegreeIn(index); power++)
        {
            var coefficient = form.Top.Coefficient(index, power);
            if (coefficient.IsZero)
                continue;
            if (power > HighestPower)
                return null;
            var whole = PowerSum(power);
            terms.Add(Compose.Product(PolynomialWriter.Write(coefficient),
                Compose.Difference(At(whole, to), At(whole, Compose.Difference(from, Compose.One)))));
        }

        return Compose.Quotient(Compose.Sum([.. terms]), PolynomialWriter.Write(form.Bottom));
    }

    private static Expression At(UnivariatePolynomial polynomial, Expression value) => Compose.Sum([.. polynomial.Coefficients
        .Select((coefficient, power) => Compose.Product(Compose.Number(coefficient), Compose.Power(value, new Rational(power, 1))))]);

    // S_p(n) = Σ k^p for k from 1 to n, by (p + 1) S_p = (n + 1)^(p + 1) − 1 − Σ C(p + 1, j) S_j for j < p. (Pascal)
    private static UnivariatePolynomial PowerSum(int power)
    {
        var sums = new List<UnivariatePolynomial>();
        for (var p = 0; p <= power; p++)
        {
            var next = new UnivariatePolynomial("n", [Rational.One]);
            for (var i = 0; i <= p; i++)
                next = next.Times(new UnivariatePolynomial("n", [Rational.One, Rational.One]));
            next = next.Minus(new UnivariatePolynomial("n", [Rational.One]));
            var choose = Rational.One;
            for (var j = 0; j < p; j++)
            {
                next = next.Minus(sums[j].Times(new UnivariatePolynomial("n", [choose])));
                choose = choose * (p + 1 - j) / (j + 1);
            }

            sums.Add(next.Times(new UnivariatePolynomial("n", [new Rational(1, p + 1)])));
        }

        return sums[^1];
    }

    // c·P(k)·r^k
    private static (Expression Ratio, Expression Scale, UnivariatePolynomial Polynomial)? Geometric(FactorList factors, string index)
    {
        Expression ratio = Compose.One, scale = factors.Constant, rest = Compose.One;
        foreach (var (operand, exponent) in factors.Powers)
        {
            if (operand is Call { Operation: Operation.Power or Operation.Exp } power && exponent.IsInteger)
            {
                var (of, raised) = power.Operation == Operation.Exp ? (Constant.E, power.Arguments[0])
                    : (power.Arguments[0], power.Arguments[1]);
                if (Compose.Holds(of, index) || Differentiator.Of(raised, index) is not { } slope || Compose.Holds(slope, index))
                    return null;
                ratio = Compose.Product(ratio, Compose.Power(of, Compose.Product(slope, Compose.Number(exponent))));
                scale = Compose.Product(scale, Compose.Power(of,
                    Compose.Product(Compose.Number(exponent), Compose.Substitute(raised, index, Compose.Zero))));
            }
            else if (exponent is { IsInteger: true, Sign: > 0 })
            {
                rest = Compose.Product(rest, Compose.Power(operand, exponent));
            }
            else
            {
                return null;
            }
        }

        return RationalFunction.From(rest) is { IsPolynomial: true, Bottom.ConstantValue: { } bottom } form
            && UnivariatePolynomial.From(form.Top.Scale(Rational.One / bottom), index) is { } polynomial ? (ratio, scale, polynomial)
                : null;
    }

    // Σ A_i/(k + c_i) with Σ A_i = 0 and whole differences: what stands at both ends is left.
    private static Expression? Telescoped(RationalFunction form, string index, Expression from, Expression to)
    {
        if (Parts(form, index) is not { } parts)
            return null;
        var lowest = parts.Min(part => part.Shift);
        var isInfinite = to.Equals(Constant.Infinity);
        var terms = new List<Expression>();
        foreach (var (factor, shift) in parts)
        {
            for (var j = Rational.Zero; j < shift - lowest; j += Rational.One)
            {
                terms.Add(Compose.Quotient(Compose.Number(-factor), Compose.Sum(from, Compose.Number(lowest + j))));
                if (!isInfinite)
                    terms.Add(Compose.Quotient(Compose.Number(factor), Compose.Sum(to, Compose.Number(lowest + j + Rational.One))));
            }
        }

        return Compose.Sum([.. terms]);
    }

    private static List<(Rational Factor, Rational Shift)>? Parts(RationalFunction form, string index)
    {
        if (UnivariatePolynomial.From(form.Top, index) is not { } top || UnivariatePolynomial.From(form.Bottom, index) is not { } bottom
            || top.Degree > bottom.Degree - 2 || bottom.RationalRoots() is not { Length: > 1 and <= 6 } roots
                || roots.Length != bottom.Degree)
            return null;
        var parts = new List<(Rational Factor, Rational Shift)>();
        foreach (var root in roots)
        {
            if (!(root - roots[0]).IsInteger || Rational.Abs(root - roots[0]) > MostShown)
                return null;
            var others = bottom.DividedBy(new UnivariatePolynomial(index, [-root, Rational.One]));
            parts.Add((top.At(root) / others.At(root), -root));
        }

        return parts;
    }
}
