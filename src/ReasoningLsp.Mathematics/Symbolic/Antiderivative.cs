using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>
/// An antiderivative by linearity, a table, partial fractions, parts and substitution; every one is proven by differentiating it
/// before it is given. (Bronstein, Symbolic Integration I, chapter 2, for the rational functions.)
/// </summary>
internal static partial class Antiderivative
{
    private const int DeepestNesting = 6;

    /// <summary>A function whose derivative is <paramref name="integrand"/>; null where none was found. Logarithms are of absolute
    /// values; a constant is not added.</summary>
    public static Expression? Of(Expression integrand, string name)
    {
        if (ExpressionInspector.Nodes(integrand).Any(node => node is FunctionValue or Collection or Quantity
            or Call { Operation: Operation.Abs or Operation.Floor or Operation.Ceiling or Operation.PlusMinus }))
            return null;
        return Find(integrand, name, 0) is { } found && Differentiator.Of(found, name) is { } derivative
            && NormalForm.IsZero(Compose.Difference(derivative, integrand)) ? found : null;
    }

    private static Expression? Find(Expression integrand, string name, int depth)
    {
        if (depth > DeepestNesting)
            return null;
        if (!Compose.Holds(integrand, name))
            return Compose.Product(integrand, new Symbol(name));
        if (integrand is Call { Operation: Operation.Add } sum)
        {
            if (Rational(integrand, name) is { } whole)
                return whole;
            var terms = new List<Expression>();
            foreach (var term in sum.Arguments)
            {
                if (Find(term, name, depth) is not { } part)
                    return null;
                terms.Add(part);
            }

            return Compose.Sum([.. terms]);
        }

        var factors = FactorList.Of(integrand, name);
        return OfFactors(factors, name, depth + 1) is { } found ? Compose.Product(factors.Constant, found) : null;
    }

    private static Expression? OfFactors(FactorList factors, string name, int depth)
    {
        var product = factors.Product();
        if (factors.Powers is [var (only, exponent)]
            && (OfLinearPower(only, exponent, name) ?? OfFunction(only, exponent, name)) is { } single)
            return single;
        return Rational(product, name) ?? OfRoots(factors, name) ?? OfWaves(factors, name, depth) ?? OfParts(factors, name, depth)
            ?? OfExpanded(factors, name, depth) ?? OfSubstitution(product, name, depth);
    }

    /// <summary>The slope of a linear function of the name; null where it is none.</summary>
    private static Expression? Slope(Expression expression, string name) =>
        Differentiator.Of(expression, name) is { } slope && !Compose.Holds(slope, name) && !Compose.IsZero(slope) ? slope : null;

    // (ax + b)^r
    private static Expression? OfLinearPower(Expression operand, Rational exponent, string name)
    {
        if (Slope(operand, name) is not { } slope)
            return null;
        if (exponent == -Numbers.Rational.One)
            return Compose.Quotient(Call.Of(Operation.Ln, Call.Of(Operation.Abs, operand)), slope);
        var raised = exponent + Numbers.Rational.One;
        return Compose.Quotient(Compose.Power(operand, raised), Compose.Product(Compose.Number(raised), slope));
    }

    // g(ax + b) and a few powers of it, with g from a table.
    private static Expression? OfFunction(Expression function, Rational exponent, string name)
    {
        if (function is Call { Operation: Operation.Power } power && exponent == Numbers.Rational.One
            && !Compose.Holds(power.Arguments[0], name)
            && Slope(power.Arguments[1], name) is { } growth)
            return power.Arguments[0].Equals(Constant.E) ? Compose.Quotient(power, growth)
                : Compose.Quotient(power, Compose.Product(growth, Call.Of(Operation.Ln, power.Arguments[0])));
        if (function is not Call { Arguments: [var u] } call || Slope(u, name) is not { } slope)
            return OfQuadratic(function, exponent, name);
        Expression Ln(Operation of) => Call.Of(Operation.Ln, Call.Of(Operation.Abs, Call.Of(of, u)));
        var one = exponent == Numbers.Rational.One;
        var square = exponent == 2;
        Expression? found = call.Operation switch
        {
            Operation.Exp when one => call,
            Operation.Sin when one => Compose.Negate(Call.Of(Operation.Cos, u)),
            Operation.Cos when one => Call.Of(Operation.Sin, u),
            Operation.Tan when one => Compose.Negate(Ln(Operation.Cos)),
            Operation.Cot when one => Ln(Operation.Sin),
            Operation.Sec when one => Call.Of(Operation.Ln, Call.Of(Operation.Abs, Compose.Sum(call, Call.Of(Operation.Tan, u)))),
            Operation.Csc when one => Compose.Negate(Call.Of(Operation.Ln,
                Call.Of(Operation.Abs, Compose.Sum(call, Call.Of(Operation.Cot, u))))),
            Operation.Sec when square => Call.Of(Operation.Tan, u),
            Operation.Csc when square => Compose.Negate(Call.Of(Operation.Cot, u)),
            Operation.Cos when exponent == -2 => Call.Of(Operation.Tan, u),
            Operation.Sin when exponent == -2 => Compose.Negate(Call.Of(Operation.Cot, u)),
            Operation.Tan when square => Compose.Difference(Call.Of(Operation.Tan, u), u),
            Operation.Cot when square => Compose.Negate(Compose.Sum(Call.Of(Operation.Cot, u), u)),
            Operation.Sinh when one => Call.Of(Operation.Cosh, u),
            Operation.Cosh when one => Call.Of(Operation.Sinh, u),
            Operation.Tanh when one => Ln(Operation.Cosh),
            Operation.Ln when one => Compose.Difference(Compose.Product(u, call), u),
            Operation.Atan when one => Compose.Difference(Compose.Product(u, call),
                Compose.Product(Compose.Number(new(1, 2)), Call.Of(Operation.Ln, Compose.Sum(Compose.One, Compose.Power(u, Compose.Two))))),
            Operation.Asin when one => Compose.Sum(Compose.Product(u, call), RootOfRest(u)),
            Operation.Acos when one => Compose.Difference(Compose.Product(u, call), RootOfRest(u)),
            _ => null,
        };
        return found is null ? null : Compose.Quotient(found, slope);
    }

    private static Expression RootOfRest(Expression u) =>
        Compose.SquareRoot(Compose.Difference(Compose.One, Compose.Power(u, Compose.Two)));

    // 1/(ax² + c), 1/√(c − ax²), √(c − ax²), 1/√(ax² + c)
    private static Expression? OfQuadratic(Expression operand, Rational exponent, string name)
    {
        if (RationalFunction.From(operand) is not { IsPolynomial: true, Bottom.ConstantValue: { } bottom } form
            || UnivariatePolynomial.From(form.Top, name) is not { Degree: 2 } polynomial || exponent.Denominator != 2)
            return null;
        var (c, b, a) = (polynomial.Coefficients[0] / bottom, polynomial.Coefficients[1] / bottom, polynomial.Coefficients[2] / bottom);
        // a(x + h)² + k
        var h = b / (2 * a);
        var k = c - (a * h * h);
        if (k.IsZero)
            return null;
        var u = Compose.Sum(new Symbol(name), Compose.Number(h));
        if (a.Sign < 0 && k.Sign > 0)
        {
            var ratio = Compose.Product(u, Compose.SquareRoot(Compose.Number(-a / k)));
            var arc = Compose.Quotient(Call.Of(Operation.Asin, ratio), Compose.SquareRoot(Compose.Number(-a)));
            if (exponent == new Rational(-1, 2))
                return arc;
            return exponent == new Rational(1, 2) ? Compose.Sum(Compose.Product(Compose.Number(new(1, 2)), u, Compose.SquareRoot(operand)),
                Compose.Product(Compose.Number(k / 2), arc)) : null;
        }

        if (a.Sign < 0 || (exponent != new Rational(-1, 2) && exponent != new Rational(1, 2)))
            return null;
        var root = Compose.SquareRoot(operand);
        var logarithm = Compose.Quotient(Call.Of(Operation.Ln, Call.Of(Operation.Abs,
            Compose.Sum(Compose.Product(Compose.SquareRoot(Compose.Number(a)), u), root))), Compose.SquareRoot(Compose.Number(a)));
        return exponent.Sign < 0 ? logarithm
            : Compose.Sum(Compose.Product(Compose.Number(new(1, 2)), u, root), Compose.Product(Compose.Number(k / 2), logarithm));
    }
}
