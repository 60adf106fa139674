using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Carries out derivatives, integrals, limits, sums without end and sums with dots. What cannot be carried out stays as it
/// is, and has no value. Thread-safe.</summary>
public sealed class OperatorReducer
{
    private readonly LimitFinder _limits;
    private readonly SeriesSum _sums;
    private readonly ContinuedTerms _continued;
    private readonly DefiniteIntegral _integrals;

    /// <summary>A reducer that finds signs and continuity with <paramref name="evaluator"/>.</summary>
    public OperatorReducer(Evaluator evaluator)
    {
        _limits = new(evaluator);
        _sums = new(evaluator);
        _continued = new(evaluator);
        _integrals = new(evaluator, _limits);
    }

    /// <summary>Whether there is anything to carry out.</summary>
    public static bool HasOperators(Expression expression)
    {
        switch (expression)
        {
            case Call { Operation: Operation.Abs, Arguments: [Collection] } or Call
            {
                Operation: Operation.Derivative or Operation.Integral or Operation.Limit or Operation.SumOver or Operation.ContinuedSum
                or Operation.ContinuedProduct or Operation.Determinant or Operation.Trace or Operation.Transpose
            }:
                return true;
            case Call call:
                return AnyHas(call.Arguments);
            case Collection collection:
                return AnyHas(collection.Items);
            case Quantity quantity:
                return HasOperators(quantity.Value);
            default:
                return false;
        }
    }

    private static bool AnyHas(ImmutableArray<Expression> parts)
    {
        foreach (var part in parts)
        {
            if (HasOperators(part))
                return true;
        }

        return false;
    }

    /// <summary>The expression with every operation carried out that can be.</summary>
    public Expression Reduce(Expression expression) => HasOperators(expression) ? ExpressionRewriter.Rewrite(expression, Replacement)
        : expression;

    /// <summary>Bounds of a definite integral that has no closed form here.</summary>
    public Interval? Bounds(Expression integral) =>
        integral is Call { Operation: Operation.Integral, Arguments: [var body, Symbol { Name: var name }, var low, var high] }
        ? _integrals.Bounds(Reduce(body), name, low, high) : null;

    private Expression? Replacement(Expression node)
    {
        if (node is not Call call)
            return null;
        var body = call.Arguments[0];
        switch (call)
        {
            case { Operation: Operation.Derivative, Arguments: [_, Symbol { Name: var name }, NumberLiteral { Value: var times }] }:
                return Differentiation.Repeated(Reduce(body), name, (int)times.Numerator);
            case { Operation: Operation.Integral, Arguments: [_, Symbol { Name: var name }, var low, var high] }:
                return _integrals.Of(Reduce(body), name, Reduce(low), Reduce(high));
            case { Operation: Operation.Limit, Arguments: [_, Symbol { Name: var name }, var target, var side] }:
                return _limits.Of(Reduce(body), name, target, Compose.Value(side)?.Sign ?? 0);
            case { Operation: Operation.SumOver, Arguments: [_, Symbol { Name: var name }, var from, var to] }:
                return _sums.Of(Reduce(body), name, from, to);
            case { Operation: Operation.Determinant or Operation.Trace or Operation.Abs }:
                return Components.Of(Reduce(body)) is { } matrix && matrix.Rows > 1
                    ? call.Operation == Operation.Trace ? matrix.Trace() : matrix.Determinant() : null;
            case { Operation: Operation.ContinuedSum }:
                return _continued.Sum(call.Arguments);
            case { Operation: Operation.ContinuedProduct }:
                return _continued.Product(call.Arguments);
            default:
                return null;
        }
    }
}
