using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>A value that is no fraction, put into the equation that it is said to solve: e^(2x) = 7, then x = 2 ln 7.</summary>
internal static class ClosedValue
{
    /// <summary>What shows that the value that <paramref name="second"/> gives does not solve the first; null where it does, is none, or
    /// nothing is certain.</summary>
    public static string? Misses(EquationFact first, EquationFact second, Toolbox tools)
    {
        if (UnfoundedEquations.IsValue(first) || first.Symbols.Count != 1 || !first.Symbols.SetEquals(second.Symbols)
            || Said(second) is not { } closed || RationalFunction.From(closed)?.Constant is not null
            || IsUnsure(closed) || IsUnsure(first.Left) || IsUnsure(first.Right))
            return null;
        var name = first.Symbols.First();
        var evaluator = tools.Numeric.Evaluator;
        if (evaluator.Evaluate(closed, Evaluator.NoSymbols) is not { IsReal: true } value)
            return null;
        var symbols = new Dictionary<string, Value> { [name] = value };
        return Apart(first, symbols, evaluator) is { } sides ? $": there {sides}" : null;
    }

    // "x = 2 ln 7", and "3x = log₂ 3".
    private static Expression? Said(EquationFact second) => second is { Left: Symbol, Right: Call closed }
        && ExpressionInspector.IsClosed(closed) ? closed : LinearValue.Of(second);

    /// <summary>The sides of the equation there, for people, where they are certainly different real numbers; null else.</summary>
    public static string? Apart(EquationFact fact, IReadOnlyDictionary<string, Value> symbols, Evaluator evaluator) =>
        evaluator.Evaluate(fact.Left, symbols) is { IsReal: true } a && evaluator.Evaluate(fact.Right, symbols) is { IsReal: true } b
        && a.Re.Range(evaluator.Arithmetic) is { } x && b.Re.Range(evaluator.Arithmetic) is { } y && x.Disjoint(y)
            ? $"its left side is {ValueText.Of(a)}, its right side {ValueText.Of(b)}" : null;

    /// <summary>The logarithm that is not defined there, over the real numbers; null where all are.</summary>
    public static Expression? Outside(EquationFact fact, IReadOnlyDictionary<string, Value> symbols, Evaluator evaluator) =>
        ExpressionInspector.Nodes(fact.Left).Concat(ExpressionInspector.Nodes(fact.Right)).FirstOrDefault(node =>
            node is Call { Operation: Operation.Ln or Operation.Log, Arguments: [var argument, ..] }
            && evaluator.Evaluate(argument, symbols)?.Exact is { Sign: <= 0 });

    // Rounded numbers, signs that stand for two values, angles, and periods that an angle is given up to.
    private static bool IsUnsure(Expression expression) => ExpressionInspector.Nodes(expression).Any(node =>
        node is Quantity or Collection or FunctionValue or NumberLiteral { Decimals: > 0 }
        || (node is Call call && IsUnsure(call.Operation)));

    private static bool IsUnsure(Operation operation) => operation is Operation.PlusMinus or Operation.Degrees or Operation.Sin
        or Operation.Cos or Operation.Tan or Operation.Floor or Operation.Ceiling or Operation.Mod;
}
