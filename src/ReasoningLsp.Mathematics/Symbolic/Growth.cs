using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Limits at infinity of quotients of sums whose terms are c·b^x·x^a·(ln x)^k: whatever has the larger base grows faster, then
/// the larger power, then the larger power of the logarithm.</summary>
internal static class Growth
{
    private const int MostTerms = 8;

    /// <summary>The limit; null where the expression is no such quotient.</summary>
    public static Expression? Limit(Expression body, string name, int side, Evaluator evaluator)
    {
        if (!ExpressionInspector.Nodes(body).Any(node => node is Call { Operation: Operation.Exp }
            or Call { Operation: Operation.Power, Arguments: [_, not NumberLiteral] }
            or Call { Operation: Operation.Ln or Operation.Log }))
            return null;
        var factors = FactorList.Of(body, name);
        var total = new Rate(Rational.Zero, Rational.Zero, Rational.Zero, Rational.Zero);
        Expression constant = factors.Constant;
        foreach (var (operand, exponent) in factors.Powers)
        {
            if (Leading(operand, name, side, evaluator) is not var (rate, coefficient))
                return null;
            total = total.Plus(rate, exponent);
            constant = Compose.Product(constant, Compose.Power(coefficient, exponent));
        }

        var sign = total.Sign;
        if (sign is null)
            return null;
        if (sign < 0)
            return Compose.Zero;
        if (sign == 0)
            return constant;
        return evaluator.Evaluate(constant, Evaluator.NoSymbols) is { IsReal: true } value
            && value.Re.Range(evaluator.Arithmetic) is { ContainsZero: false } range
            ? range.IsPositive ? Constant.Infinity : Compose.Negate(Constant.Infinity) : null;
    }

    // The fastest term of a sum, with its number.
    private static (Rate Rate, Expression Coefficient)? Leading(Expression sum, string name, int side, Evaluator evaluator)
    {
        var terms = sum is Call { Operation: Operation.Add } call ? call.Arguments : [sum];
        if (terms.Length > MostTerms)
            return null;
        (Rate Rate, Expression Coefficient)? best = null;
        foreach (var term in terms)
        {
            if (OfTerm(term, name, side, evaluator) is not var (rate, coefficient))
                return null;
            var order = best is { Rate: var fastest } ? rate.CompareTo(fastest) : 1;
            if (order is null)
                return null;
            if (order > 0)
                best = (rate, coefficient);
            else if (order == 0)
                best = (rate, Compose.Sum(best!.Value.Coefficient, coefficient));
        }

        // What cancels leaves a slower term that is not looked for.
        return best is { Coefficient: var number } && evaluator.Evaluate(number, Evaluator.NoSymbols) is { IsReal: true } value
            && value.Re.Range(evaluator.Arithmetic) is { ContainsZero: false } ? best : null;
    }

    private static (Rate Rate, Expression Coefficient)? OfTerm(Expression term, string name, int side, Evaluator evaluator)
    {
        var factors = FactorList.Of(term, name);
        var rate = new Rate(Rational.Zero, Rational.Zero, Rational.Zero, Rational.Zero);
        var constant = factors.Constant;
        foreach (var (operand, exponent) in factors.Powers)
        {
            switch (operand)
            {
                case Symbol when side > 0 || exponent.IsInteger:
                    rate = rate with { Power = rate.Power + exponent };
                    if (side < 0 && !(exponent / 2).IsInteger)
                        constant = Compose.Negate(constant);
                    break;
                case Call { Operation: Operation.Ln, Arguments: [Symbol] } when side > 0:
                    rate = rate with { Logarithm = rate.Logarithm + exponent };
                    break;
                case Call { Operation: Operation.Log, Arguments: [Symbol, var logBase] } when side > 0 && !Compose.Holds(logBase, name):
                    rate = rate with { Logarithm = rate.Logarithm + exponent };
                    constant = Compose.Quotient(constant, Compose.Power(Call.Of(Operation.Ln, logBase), exponent));
                    break;
                case Call exponential when Exponent(exponential, name) is var (growth, order, rest):
                    if (evaluator.Evaluate(growth, Evaluator.NoSymbols) is not { IsReal: true } value
                        || value.Re.Range(evaluator.Arithmetic) is not { ContainsZero: false } range)
                        return null;
                    // Rates are compared to twenty bits; nearer ones are not told apart.
                    var speed = value.Exact ?? range.Midpoint;
                    if (side < 0 && order % 2 == 1)
                        speed = -speed;
                    rate = order == 1 ? rate with { Exponential = rate.Exponential + (speed * exponent) } : order == 2
                        ? rate with { Square = rate.Square + (speed * exponent) } : rate;
                    if (order > 2)
                        return null;
                    constant = Compose.Product(constant, Compose.Power(rest, exponent));
                    break;
                default:
                    return null;
            }
        }

        return (rate, constant);
    }

    // e^(ax + b), b^(ax + c), e^(ax²): the logarithm's highest coefficient, its power, and what is constant.
    private static (Expression Growth, int Order, Expression Scale)? Exponent(Call call, string name)
    {
        var (logBase, exponent) = call.Operation == Operation.Exp ? (Constant.E, call.Arguments[0])
            : call.Operation == Operation.Power && !Compose.Holds(call.Arguments[0], name) ? (call.Arguments[0], call.Arguments[1])
                : (null, Compose.Zero);
        if (logBase is null || Algebra.RationalFunction.From(exponent) is not { IsPolynomial: true, Bottom.ConstantValue: { } bottom } form
            || Algebra.UnivariatePolynomial.From(form.Top, name) is not { Degree: 1 or 2 } polynomial)
            return null;
        if (polynomial.Degree == 2 && !polynomial.Coefficients[1].IsZero)
            return null;
        Expression scale = logBase.Equals(Constant.E) ? Compose.One : Call.Of(Operation.Ln, logBase);
        return (Compose.Product(Compose.Number(polynomial.Coefficients[^1] / bottom), scale), polynomial.Degree,
            Compose.Power(logBase, polynomial.Coefficients[0] / bottom));
    }
}
