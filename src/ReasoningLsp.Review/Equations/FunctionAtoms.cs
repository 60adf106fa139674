using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Review.Equations;

/// <summary>Values of functions of which nothing is known, each taken for a letter: f(x) stays f(x) when brackets are multiplied
/// out.</summary>
internal static class FunctionAtoms
{
    /// <summary>The same with a letter for each value of a function.</summary>
    public static Expression Named(Expression side) =>
        ExpressionRewriter.Rewrite(side, node => node is FunctionValue ? new Symbol(node.Key) : null);

    /// <summary>Whether both hold the same values of functions, and at least one.</summary>
    public static bool AreSame(Expression left, Expression right) => Of(left) is { Count: > 0 } names && names.SetEquals(Of(right));

    private static HashSet<string> Of(Expression side) =>
        [.. ExpressionInspector.Nodes(side).OfType<FunctionValue>().Select(value => value.Key)];
}
