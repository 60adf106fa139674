using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <content>Infinite series.</content>
internal sealed partial class SeriesSum
{
    private Expression? Infinite(Expression body, string index, Expression from)
    {
        if (!Compose.Holds(body, index))
            return null;
        if (RationalFunction.From(body) is { IsPolynomial: true } form)
            return Telescoped(form, index, from, Constant.Infinity) ?? InversePowers(form, index, from);
        var factors = FactorList.Of(body, index);
        if (WithFactorial(factors, index, from) is { } exponential)
            return exponential;
        if (Geometric(factors, index) is var (ratio, scale, polynomial))
            return IsBelowOne(ratio) ? GeometricWithPolynomial(ratio, scale, polynomial, from) : null;
        if (Logarithmic(factors, index, from) is { } logarithmic)
            return logarithmic;
        return body is Call { Operation: Operation.Add } sum ? Each(sum, term => Infinite(term, index, from)) : null;
    }

    private bool IsBelowOne(Expression ratio) =>
        evaluator.Evaluate(ratio, Evaluator.NoSymbols) is { IsReal: true } value
            && (value.Exact is { } exact ? Rational.Abs(exact) < Rational.One
            : value.Re.Range(evaluator.Arithmetic) is { } range && range.High < Rational.One && range.Low > -Rational.One);

    // Σ k^p r^k from a on, p up to 2, from its first terms and r/(1 − r)², r(1 + r)/(1 − r)³.
    private static Expression? GeometricWithPolynomial(Expression ratio, Expression scale, UnivariatePolynomial polynomial, Expression from)
    {
        if (polynomial.Degree > 2)
            return null;
        var rest = Compose.Difference(Compose.One, ratio);
        // With k = a + j the polynomial is one in j.
        Expression Coefficient(int power)
        {
            var derivative = polynomial.Coefficients;
            var terms = new List<Expression>();
            for (var degree = power; degree < derivative.Length; degree++)
            {
                var choose = power == 0 ? 1 : power == 1 ? degree : degree * (degree - 1) / 2;
                terms.Add(Compose.Product(Compose.Number(derivative[degree] * choose),
                    Compose.Power(from, new Rational(degree - power, 1))));
            }

            return terms.Count == 0 ? Compose.Zero : Compose.Sum([.. terms]);
        }

        var sums = Compose.Sum(
            Compose.Quotient(Coefficient(0), rest),
            Compose.Product(Coefficient(1), Compose.Quotient(ratio, Compose.Power(rest, 2))),
            Compose.Product(Coefficient(2), Compose.Quotient(Compose.Product(ratio, Compose.Sum(Compose.One, ratio)),
                Compose.Power(rest, 3))));
        return Compose.Product(scale, Compose.Power(ratio, from), sums);
    }

    // Σ 1/k^2, 1/k^4, 1/k^6 from 1 on. (Euler)
    private static Expression? InversePowers(RationalFunction form, string index, Expression from)
    {
        if (Compose.Value(from) is not { IsInteger: true, Sign: > 0 } start || start > MostShown || form.Top.ConstantValue is not { } top
            || form.Bottom.Terms.Count != 1 || form.Bottom.Coefficient(index, form.Bottom.DegreeIn(index)).ConstantValue is not { } bottom)
            return null;
        var power = form.Bottom.DegreeIn(index);
        Rational? factor = power switch
        {
            2 => new(1, 6),
            4 => new(1, 90),
            6 => new(1, 945),
            _ => null,
        };
        if (factor is null)
            return null;
        var whole = Compose.Product(Compose.Number(factor.Value), Compose.Power(Constant.Pi, new Rational(power, 1)));
        var skipped = Rational.Zero;
        for (var k = Rational.One; k < start; k += Rational.One)
            skipped += Rational.One / k.TryPow(power, 2_000)!.Value;
        return Compose.Product(Compose.Number(top / bottom), Compose.Difference(whole, Compose.Number(skipped)));
    }

    // c·r^k/k!, and the sine's and cosine's c·r^k/(2k + 1)!, c·r^k/(2k)!.
    private static Expression? WithFactorial(FactorList factors, string index, Expression from)
    {
        var factorial = factors.Powers.FirstOrDefault(power => power.Operand is Call { Operation: Operation.Factorial }
            && power.Exponent == -Rational.One);
        if (factorial.Operand is not Call { Arguments: [var inside] }
            || Compose.Value(from) is not { IsInteger: true, Sign: >= 0 } start || start > MostShown
            || Geometric(new FactorList(factors.Constant, factors.Powers.Remove(factorial)), index) is not var (ratio, scale, polynomial)
            || polynomial.Degree != 0)
            return null;
        if (!inside.Equals(new Symbol(index)))
            return null;
        var skipped = new List<Expression>();
        var product = Rational.One;
        for (var k = Rational.Zero; k < start; k += Rational.One)
        {
            skipped.Add(Compose.Negate(Compose.Quotient(Compose.Power(ratio, k), Compose.Number(product))));
            product *= k + Rational.One;
        }

        return Compose.Product(scale, Compose.Number(polynomial.Coefficients[0]),
            Compose.Sum([Compose.Power(Constant.E, ratio), .. skipped]));
    }

    // c·r^k/k from 1 on: −ln(1 − r), also at r = −1; (−1)^k/(2k + 1) from 0 on: π/4. (Mercator, Leibniz)
    private Expression? Logarithmic(FactorList factors, string index, Expression from)
    {
        var below = factors.Powers.FirstOrDefault(power => power.Exponent == -Rational.One
            && power.Operand is not Call { Operation: Operation.Power });
        if (below.Operand is null || Geometric(new FactorList(factors.Constant, factors.Powers.Remove(below)), index) is not var (ratio,
            scale, polynomial)
            || polynomial.Degree != 0)
            return null;
        var isAlternating = Compose.Value(ratio) is { } value && value == -Rational.One;
        scale = Compose.Product(scale, Compose.Number(polynomial.Coefficients[0]));
        if (below.Operand.Equals(new Symbol(index)) && Compose.Value(from) == Rational.One && (isAlternating || IsBelowOne(ratio)))
            return Compose.Negate(Compose.Product(scale, Call.Of(Operation.Ln, Compose.Difference(Compose.One, ratio))));
        return isAlternating && Compose.IsZero(from) && NormalForm.IsZero(Compose.Difference(below.Operand,
            Compose.Sum(Compose.Product(Compose.Two, new Symbol(index)), Compose.One)))
            ? Compose.Product(scale, Compose.Quotient(Constant.Pi, Compose.Number(4))) : null;
    }
}
