using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>Questions about the shape of an expression.</summary>
public static class ExpressionInspector
{
    /// <summary>Every node of the expression, parents first.</summary>
    public static IReadOnlyList<Expression> Nodes(Expression expression)
    {
        // Asked of every side again and again: one list costs less than an iterator with its stack.
        if (expression is NumberLiteral or Symbol or Constant)
            return [expression];
        var nodes = new List<Expression>(8);
        AddNodes(expression, nodes);
        return nodes;
    }

    /// <summary>Whether it has more nodes than that; no more are counted, since what names stand for may have doubled again and
    /// again.</summary>
    public static bool IsLargerThan(int most, Expression expression)
    {
        var left = most;
        return !Fits(expression, ref left);
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
        return Symbols(expression).Count == 0;
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

    /// <summary>Names of its symbols and keys of its function values; what a sum, a definite integral or a limit runs over is none of
    /// them.</summary>
    public static HashSet<string> Symbols(Expression expression)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(expression, [], names);
        return names;
    }

    /// <summary>The name that an operation runs over, so that it means nothing outside; null where there is none.</summary>
    public static string? BoundName(Call call) => call switch
    {
        { Operation: Operation.SumOver or Operation.ProductOver or Operation.Limit, Arguments: [_, Symbol { Name: var name }, ..] } => name,
        { Operation: Operation.Integral, Arguments: [_, Symbol { Name: var name }, _, _] } => name,
        _ => null,
    };

    private static void AddNodes(Expression node, List<Expression> nodes)
    {
        nodes.Add(node);
        if (node is Quantity quantity)
        {
            AddNodes(quantity.Value, nodes);
            return;
        }

        var parts = Parts(node);
        for (var i = parts.Length - 1; i >= 0; i--)
            AddNodes(parts[i], nodes);
    }

    private static bool Fits(Expression node, ref int left)
    {
        if (--left < 0)
            return false;
        if (node is Quantity quantity)
            return Fits(quantity.Value, ref left);
        foreach (var part in Parts(node))
        {
            if (!Fits(part, ref left))
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<Expression> Parts(Expression node) => node switch
    {
        Call call => call.Arguments.AsSpan(),
        Collection collection => collection.Items.AsSpan(),
        FunctionValue function => function.Arguments.AsSpan(),
        _ => [],
    };

    private static void Collect(Expression expression, ImmutableHashSet<string> bound, HashSet<string> names)
    {
        switch (expression)
        {
            case Symbol symbol:
                if (!bound.Contains(symbol.Name))
                    names.Add(symbol.Name);
                break;
            case Call call when BoundName(call) is { } name:
                Collect(call.Arguments[0], bound.Add(name), names);
                foreach (var argument in call.Arguments.AsSpan()[2..])
                    Collect(argument, bound, names);
                break;
            default:
                if (expression is FunctionValue function)
                    names.Add(function.Key);
                if (expression is Quantity quantity)
                    Collect(quantity.Value, bound, names);
                foreach (var part in Parts(expression))
                    Collect(part, bound, names);
                break;
        }
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
