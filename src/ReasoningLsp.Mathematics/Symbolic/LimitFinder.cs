using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Limits by the first term of a series in t, where x = a ± t^r or ±1/t^r. What grows like e^x beside powers is told by the rate
/// of growth. (Gruntz, On Computing Limits in a Symbolic Manipulation System, for the ordering.)</summary>
internal sealed class LimitFinder(Evaluator evaluator)
{
    private const int FinestRoot = 3;

    /// <summary>The limit of <paramref name="body"/> as a name goes to a target; null where it is not found or there is none.</summary>
    /// <param name="body">The expression.</param>
    /// <param name="name">The name that moves.</param>
    /// <param name="target">Where it goes; infinity and its negative included.</param>
    /// <param name="side">1 from above, -1 from below, 0 both.</param>
    public Expression? Of(Expression body, string name, Expression target, int side)
    {
        if (Compose.Holds(target, name) || ExpressionInspector.Nodes(body).Any(node => node is FunctionValue or Collection or Quantity))
            return null;
        return Direct(body, name, target, side) ?? Squeezed(body, name, target, side);
    }

    private Expression? Direct(Expression body, string name, Expression target, int side)
    {
        if (!Compose.Holds(body, name))
            return body;
        if (target.Equals(Constant.Infinity))
            return OneSided(body, name, null, 1);
        if (target is Call { Operation: Operation.Negate, Arguments: [var opposite] } && opposite.Equals(Constant.Infinity))
            return OneSided(body, name, null, -1);
        if (ExpressionInspector.Nodes(target).Contains(Constant.Infinity))
            return null;
        if (side != 0)
            return OneSided(body, name, target, side);
        return OneSided(body, name, target, 1) is { } above && OneSided(body, name, target, -1) is { } below
            && (above.Equals(below) || NormalForm.IsZero(Compose.Difference(above, below))) ? above : null;
    }

    // What stays between bounds times what goes to zero: sin x / x at infinity. A sum over one denominator is taken term by term.
    private Expression? Squeezed(Expression body, string name, Expression target, int side)
    {
        if (body is Call { Operation: Operation.Divide, Arguments: [Call { Operation: Operation.Add } top, var bottom] })
            body = Compose.Sum([.. top.Arguments.Select(term => Compose.Quotient(term, bottom))]);
        if (body is not Call { Operation: Operation.Add } sum)
            return Vanishing(body, name, target, side);
        var limits = new List<Expression>();
        foreach (var term in sum.Arguments)
        {
            if ((Direct(term, name, target, side) ?? Vanishing(term, name, target, side)) is not { } limit
                || ExpressionInspector.Nodes(limit).Contains(Constant.Infinity))
                return null;
            limits.Add(limit);
        }

        return Compose.Sum([.. limits]);
    }

    private Expression? Vanishing(Expression body, string name, Expression target, int side)
    {
        var factors = FactorList.Of(body, name);
        var rest = factors.Powers.RemoveAll(factor => IsBounded(factor.Operand) && factor.Exponent is { IsInteger: true, Sign: > 0 });
        return rest.Length < factors.Powers.Length
            && Direct(new FactorList(factors.Constant, rest).Product(), name, target, side) is { } limit
                && NormalForm.IsZero(limit) ? Compose.Zero : null;
    }

    private static bool IsBounded(Expression expression) => expression switch
    {
        Call { Operation: Operation.Sin or Operation.Cos or Operation.Atan } call => IsReal(call.Arguments[0]),
        Call { Operation: Operation.Negate } call => IsBounded(call.Arguments[0]),
        _ => false,
    };

    private static bool IsReal(Expression expression) => !ExpressionInspector.Nodes(expression).Contains(Constant.I);

    private Expression? OneSided(Expression body, string name, Expression? target, int side)
    {
        if (target is null && Growth.Limit(body, name, side, evaluator) is { } grown)
            return grown;
        for (var root = 1; root <= FinestRoot; root++)
        {
            var moving = LaurentSeries.Term(Compose.Number(side), target is null ? -root : root);
            var at = target is null || Compose.IsZero(target) ? moving : LaurentSeries.Add(LaurentSeries.Constant(target), moving);
            if (at is null)
                return null;
            var expansion = new SeriesExpansion(name, at, evaluator);
            if (expansion.Of(body) is { } series)
                return Value(series, expansion);
        }

        return null;
    }

    private static Expression? Value(LaurentSeries series, SeriesExpansion expansion)
    {
        if (series.IsZero || series.Order > 0)
            return Compose.Zero;
        if (Compose.Holds(series.Leading, SeriesExpansion.LogarithmOfT))
            return null;
        if (series.Order == 0)
            return series.Leading;
        return expansion.Sign(series) switch
        {
            1 => Constant.Infinity,
            -1 => Compose.Negate(Constant.Infinity),
            _ => null,
        };
    }
}
