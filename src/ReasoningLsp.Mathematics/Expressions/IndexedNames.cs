namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>Names that stand for another value at every place of a sum: x_k, f(k) where k runs.</summary>
public static class IndexedNames
{
    /// <summary>Whether a name in <paramref name="body"/> depends on <paramref name="index"/> in a way that nothing is known of.</summary>
    public static bool DependOn(Expression body, string index) => ExpressionInspector.Nodes(body).Any(node => node switch
    {
        Symbol { Name: var name } => name.IndexOf('_', StringComparison.Ordinal) is > 0 and var at
            && name.IndexOf(index, at, StringComparison.Ordinal) > 0,
        FunctionValue function => function.Arguments.Any(argument => ExpressionInspector.Nodes(argument)
            .Any(part => part is Symbol symbol && symbol.Name == index)),
        _ => false,
    });
}
