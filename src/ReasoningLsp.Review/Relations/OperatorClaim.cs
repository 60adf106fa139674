using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Symbolic;

namespace ReasoningLsp.Review.Relations;

/// <summary>
/// Tells an equation that says what a derivative, an integral, a limit or a sum is from one that sets it to a value: the first holds for
/// every value of its letters or is wrong, the second is a condition.
/// </summary>
internal static class OperatorClaim
{
    // Letters that nobody uses for a function of the one that is derived by.
    private static readonly FrozenSet<string> s_parameters = new[]
    {
        "a", "b", "c", "k", "m", "n", "p", "q", "r", "A", "B", "C", "K", "alpha", "beta", "lambda", "omega", "e", "i",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_constants = new[] { "C", "c", "K", "k", "C_1", "c_1",
        "C_0" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an equality of the two says what an operation comes to.</summary>
    public static bool Is(Expression left, Expression right) => Says(left, right) || Says(right, left);

    /// <summary>Whether one point at which the sides differ refutes it; of a sum whole numbers only could be meant.</summary>
    public static bool HoldsEverywhere(Expression left, Expression right) =>
        Nodes(left, right).Any(node => node is Call { Operation: Operation.Derivative }
            or Call { Operation: Operation.Integral, Arguments.Length: 2 });

    /// <summary>Whether the sides are compared by their derivatives.</summary>
    public static bool IsIndefinite(Expression left, Expression right) =>
        Nodes(left, right).Any(node => node is Call { Operation: Operation.Integral, Arguments.Length: 2 });

    private static bool Says(Expression operation, Expression value)
    {
        // 1 + 2 + … + n
        if (operation is Call { Operation: Operation.ContinuedSum or Operation.ContinuedProduct })
            return IsCalculation(value) && ExpressionInspector.Symbols(value) is { Count: > 0 } used
                && used.SetEquals(ExpressionInspector.Symbols(operation));
        // det(…) = t² + 2t − 16, with all of its letters: what it comes to, and no condition on them.
        if (operation is Call { Operation: Operation.Determinant })
            return IsCalculation(value) && value is Call { Operation: Operation.Add } && ExpressionInspector.Symbols(value) is
            { Count: > 0 } letters && letters.SetEquals(ExpressionInspector.Symbols(operation));
        var operators = ExpressionInspector.Nodes(operation).OfType<Call>().Where(IsOperator).ToList();
        if (operators.Count == 0 || Nodes(operation, value).Any(node => node is FunctionValue or Quantity or Collection
            or Call { Operation: Operation.PlusMinus }))
            return false;
        if (operators.Any(call => ExpressionInspector.Symbols(call.Arguments[0])
            .Any(name => name != ((Symbol)call.Arguments[1]).Name && !s_parameters.Contains(name)
                && call.Operation is Operation.Derivative or Operation.Integral)))
            return false;
        var names = ExpressionInspector.Symbols(operation);
        if (ExpressionInspector.IsClosed(value) && operators.Any(call => call.Operation != Operation.Derivative || !IsConstant(call)))
            return false;
        // What a limit, a sum or a definite integral comes to holds all that it holds, and nothing else.
        if (operators.Any(call => call.Operation is Operation.Limit or Operation.SumOver || call.Arguments.Length == 4)
            && !ExpressionInspector.Symbols(value).SetEquals(names))
            return false;
        return ExpressionInspector.Symbols(value).All(name => names.Contains(name)
            || (s_constants.Contains(name) && operators.Any(call => call is { Operation: Operation.Integral, Arguments.Length: 2 })));
    }

    private static bool IsCalculation(Expression value) => value is Call
        && !ExpressionInspector.Nodes(value).Any(node => node is FunctionValue or Quantity or Collection
            or Call { Operation: Operation.PlusMinus });

    private static bool IsOperator(Call call) => call.Operation is Operation.Derivative or Operation.Integral or Operation.Limit
        or Operation.SumOver
        && call.Arguments[1] is Symbol;

    // The derivative of 5x − 2, of which "= 0" is no condition on x.
    private static bool IsConstant(Call derivative) => Differentiation.IsConstant(derivative);

    private static IEnumerable<Expression> Nodes(Expression left, Expression right) =>
        ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right));
}
