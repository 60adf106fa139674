namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>Rewrites expressions node by node.</summary>
public static class ExpressionRewriter
{
    /// <summary>The expression with every node replaced for which <paramref name="replace"/> has an answer, outermost first.</summary>
    public static Expression Rewrite(Expression expression, Func<Expression, Expression?> replace)
    {
        if (replace(expression) is { } replacement)
            return replacement;
        switch (expression)
        {
            case Call call:
                return new Call(call.Operation, [.. call.Arguments.Select(argument => Rewrite(argument, replace))]);
            case Quantity quantity:
                return new Quantity(Rewrite(quantity.Value, replace), quantity.Unit);
            case Collection collection:
                return new Collection(collection.Kind, [.. collection.Items.Select(item => Rewrite(item, replace))], collection.Columns);
            case FunctionValue function:
                return new FunctionValue(function.Name, [.. function.Arguments.Select(argument => Rewrite(argument, replace))]);
            default:
                return expression;
        }
    }

    /// <summary>The expression with <paramref name="value"/> in every place of the symbol <paramref name="name"/>.</summary>
    public static Expression PutIn(Expression expression, string name, Expression value) =>
        Rewrite(expression, node => node is Symbol symbol && symbol.Name == name ? value : null);

    /// <summary>The expression with percent signs left out: "25%" read as 25.</summary>
    public static Expression WithoutPercent(Expression expression) => Rewrite(
        expression,
        node => node is Call { Operation: Operation.Percent } call ? WithoutPercent(call.Arguments[0]) : null);

    /// <summary>The expression with degree signs left out: "85°" read as 85.</summary>
    public static Expression WithoutDegrees(Expression expression) => Rewrite(
        expression,
        node => node is Call { Operation: Operation.Degrees } call ? WithoutDegrees(call.Arguments[0]) : null);

    /// <summary>A sum whose shares are taken of what stands before them, "200 - 10%" as a tenth of the 200 less; null where it has
    /// none.</summary>
    public static Expression? PercentOfTotal(Expression expression)
    {
        if (expression is not Call { Operation: Operation.Add } sum)
            return null;
        var total = sum.Arguments[0];
        var changed = false;
        foreach (var term in sum.Arguments.Skip(1))
        {
            // "$50 + 8% tax": what the share is for is no unit.
            var share = Rewrite(term, node => node is Quantity { Value: Call { Operation: Operation.Percent } value } ? value : null);
            var isShare = share is Call { Operation: Operation.Percent }
                or Call { Operation: Operation.Negate, Arguments: [Call { Operation: Operation.Percent }] };
            changed |= isShare;
            total = Call.Of(Operation.Add, total, isShare ? Call.Of(Operation.Multiply, total, share) : term);
        }

        return changed ? total : null;
    }
}
