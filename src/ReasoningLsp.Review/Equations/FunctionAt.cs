using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;

namespace ReasoningLsp.Review.Equations;

/// <summary>The problem says what a function is of a calculation, <c>h(4x - 1) = 2x + 7</c>, and a step what it is of a letter,
/// <c>h(y) = y/2 + 9/2</c>: with the calculation put in, that must come to what the problem says.</summary>
internal static class FunctionAt
{
    private static readonly string[] s_letters = ["x", "t", "n", "y", "z", "s", "u", "r", "a", "m"];

    /// <summary>What the problem says and how the two differ; null where they agree, or where the problem says no such thing.</summary>
    public static (EquationFact Known, IdentityOutcome Outcome)? Contradicts(StepContext context, FunctionValue left, Expression right)
    {
        if (left is not { Arguments: [Symbol variable] } || left.Name.EndsWith('\'') || right is not Call
            || !IsOf(right, variable.Name) || context.Facts.Traits.MovesGraphs)
            return null;
        var known = context.Facts.PlacedEquationsOn(s_letters)
            .Where(place => place.Step < 0
                && place.Fact is { Link: 0, Left: FunctionValue { Arguments: [Call] } of } && of.Name == left.Name)
            .Select(place => place.Fact).ToList();
        if (known is not [{ Left: FunctionValue { Arguments: [Call argument] }, Right: var value } only]
            || ExpressionInspector.Symbols(argument) is not { Count: 1 } letters || !IsOf(value, letters.First()))
            return null;
        var outcome = context.Tools.Identities.Compare(ExpressionRewriter.PutIn(right, variable.Name, argument), value);
        return outcome.FailsSomewhere ? (only, outcome) : null;
    }

    private static bool IsOf(Expression side, string name) =>
        ExpressionInspector.Symbols(side) is { Count: 1 } names && names.Contains(name)
        && ExpressionInspector.Nodes(side).All(node => node is Call or Symbol or Constant or NumberLiteral { Decimals: 0 });
}
