using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>Equations that hold one unknown, or one function of it, only multiplied by numbers and added to some, be they roots,
/// logarithms or multiples of π: "6 = 2πr", then "6 = 4πr". Each gives one value, and the two must be the same.</summary>
internal static class LinearValue
{
    // Decimals may have been rounded on the way.
    private const double Rounded = 0.05;

    /// <summary>What shows that the two give different values; null where they do not, or nothing is certain.</summary>
    public static string? Apart(EquationFact first, EquationFact second, Toolbox tools)
    {
        // "x = (3 + √21)/2, x = (3 - √21)/2": two values are two solutions.
        if (first.Symbols.Count != 1 || !first.Symbols.SetEquals(second.Symbols) || Sides(first).Any(side => side is Symbol)
            || IsUnsure(first) || IsUnsure(second))
            return null;
        foreach (var unknown in Unknowns(first, second))
        {
            var evaluator = tools.Numeric.Evaluator;
            if (Solved(first, unknown) is { } one && Solved(second, unknown) is { } other
                && evaluator.Evaluate(one, Evaluator.NoSymbols) is { IsReal: true } x
                && evaluator.Evaluate(other, Evaluator.NoSymbols) is { IsReal: true } y)
            {
                return AreApart(x, y, evaluator, HasDecimals(first) || HasDecimals(second))
                    ? $": the first gives {unknown} = {ValueText.Of(x)}, the second {unknown} = {ValueText.Of(y)}" : null;
            }
        }

        return null;
    }

    /// <summary>What the equation gives for its letter, where it is only multiplied by numbers and added to some; null else.</summary>
    public static Expression? Of(EquationFact fact) =>
        fact.Symbols.Count == 1 && !IsUnsure(fact) ? Solved(fact, new Symbol(fact.Symbols.First())) : null;

    // The letter itself, or the one function through which it comes in.
    private static IEnumerable<Expression> Unknowns(EquationFact first, EquationFact second)
    {
        var name = first.Symbols.First();
        yield return new Symbol(name);
        var functions = Sides(first).Concat(Sides(second)).SelectMany(ExpressionInspector.Nodes)
            .Where(node => IsOpaque(node) && ExpressionInspector.Symbols(node).Contains(name)).Distinct().Take(2).ToList();
        if (functions is [var only])
            yield return only;
    }

    private static Expression? Solved(EquationFact fact, Expression unknown)
    {
        const string Name = "[u]";
        Expression Named(Expression side) => ExpressionRewriter.Rewrite(side, node => node.Equals(unknown) ? new Symbol(Name) : null);
        var (left, right) = (Named(fact.Left), Named(fact.Right));
        if (!ExpressionInspector.Symbols(left, right).SetEquals([Name]) || Sides(fact).Any(side => ExpressionInspector.Nodes(Named(side))
            .Any(node => IsOpaque(node) && ExpressionInspector.Symbols(node).Contains(Name)))
            || RationalFunction.Difference(left, right) is not { } difference || difference.Top.DegreeIn(Name) != 1
            || difference.Bottom.DegreeIn(Name) != 0)
            return null;
        Expression At(int value) => Call.Minus(ExpressionRewriter.PutIn(left, Name, new NumberLiteral(value)),
            ExpressionRewriter.PutIn(right, Name, new NumberLiteral(value)));
        // b over b - (a + b), for a u + b = 0
        return Call.Of(Operation.Divide, At(0), Call.Minus(At(0), At(1)));
    }

    private static bool AreApart(Value x, Value y, Evaluator evaluator, bool mayBeRounded)
    {
        if (x.Re.Range(evaluator.Arithmetic) is not { } one || y.Re.Range(evaluator.Arithmetic) is not { } other || !one.Disjoint(other))
            return false;
        var (a, b) = (x.Re.ToDouble(), y.Re.ToDouble());
        return !mayBeRounded || Math.Abs(a - b) > Rounded * Math.Max(Math.Abs(a), Math.Abs(b));
    }

    private static bool HasDecimals(EquationFact fact) => Sides(fact).SelectMany(ExpressionInspector.Decimals).Any();

    private static Expression[] Sides(EquationFact fact) => [fact.Left, fact.Right];

    private static bool IsUnsure(EquationFact fact) => Sides(fact).SelectMany(ExpressionInspector.Nodes).Any(node => node is Quantity
        or Collection or FunctionValue or Call
    {
        Operation: Operation.PlusMinus or Operation.Degrees or Operation.Floor or Operation.Ceiling or Operation.Mod or Operation.Abs
                or Operation.Percent or Operation.Conjugate
    });

    private static bool IsOpaque(Expression node) => node is Call
    {
        Operation: not (Operation.Add or Operation.Multiply or Operation.Divide or Operation.Negate)
    }
        and not Call { Operation: Operation.Power, Arguments: [_, NumberLiteral { Value.IsInteger: true }] };
}
