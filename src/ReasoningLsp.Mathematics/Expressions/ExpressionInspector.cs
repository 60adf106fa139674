namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>Questions about the shape of an expression.</summary>
public static class ExpressionInspector
{
    /// <summary>Every node of the expression, parents first.</summary>
    public static IEnumerable<Expression> Nodes(Expression expression)
    {
        var stack = new Stack<Expression>();
        stack.Push(expression);
        while (stack.TryPop(out var node))
        {
            yield return node;
            foreach (var child in Children(node))
                stack.Push(child);
        }
    }

    /// <summary>The direct parts of a node.</summary>
    public static IEnumerable<Expression> Children(Expression node) => node switch
    {
        Call call => call.Arguments,
        Collection collection => collection.Items,
        FunctionValue function => function.Arguments,
        Quantity quantity => [quantity.Value],
        _ => [],
    };

    /// <summary>Whether it holds no symbol and no value of a named function.</summary>
    public static bool IsClosed(Expression expression)
    {
        if (expression is NumberLiteral)
            return true;
        var bound = Nodes(expression).OfType<Call>().Where(call => call.Operation is Operation.SumOver or Operation.ProductOver)
            .Select(call => ((Symbol)call.Arguments[1]).Name).ToHashSet();
        return Nodes(expression).All(node => node is not FunctionValue && (node is not Symbol symbol || bound.Contains(symbol.Name)));
    }

    /// <summary>The numbers in it that are written with decimals, zeros excepted.</summary>
    public static IEnumerable<NumberLiteral> Decimals(Expression expression) => Nodes(expression).OfType<NumberLiteral>()
        .Where(number => number is { Decimals: > 0, Value.IsZero: false });

    /// <summary>Names of the symbols and keys of the function values of both.</summary>
    public static HashSet<string> Symbols(Expression left, Expression right)
    {
        var names = Symbols(left);
        names.UnionWith(Symbols(right));
        return names;
    }

    /// <summary>Names of its symbols and keys of its function values.</summary>
    public static HashSet<string> Symbols(Expression expression)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Nodes(expression))
        {
            if (node is Symbol symbol)
                names.Add(symbol.Name);
            else if (node is FunctionValue function)
                names.Add(function.Key);
        }

        return names;
    }

    /// <summary>Whether it is one number as written, with sign, unit or percent sign, and not a calculation.</summary>
    public static bool IsLiteral(Expression expression) => Literal(expression) is not null;

    /// <summary>The number that the expression is but for sign, unit and percent sign; null where it is a calculation.</summary>
    public static NumberLiteral? Literal(Expression expression) => expression switch
    {
        NumberLiteral number => number,
        Quantity quantity => Literal(quantity.Value),
        Call { Operation: Operation.Negate or Operation.Percent or Operation.Degrees } call => Literal(call.Arguments[0]),
        _ => null,
    };
}
