using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>"Let f(x) = x + c. Then f(x + f(y)) = x + y + c": what the step makes of values of a function that is said to have some form
/// must be what the form makes of them, whatever its letters are.</summary>
internal static class FunctionPutIn
{
    /// <summary>Reports under <paramref name="rule"/> what is not the same.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { MovesGraphs: true } or { HasVectors: true } or { IsCongruent: true }
            or { HasOtherBase: true } or { RedefinesNotation: true })
            return;
        foreach (var link in context.Links)
        {
            if (link is { Sign: "=", IsNumeric: false, IsAnnotation: false, LeftExpression: { } left, RightExpression: Call right }
                && FunctionEquation.HasFunction(left) && !FunctionEquation.HasFunction(right) && !IsDefinition(left))
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                Compare(context, rule, link, left, right);
            }
        }
    }

    private static bool IsDefinition(Expression left) => left is FunctionValue { Arguments: [Symbol] };

    private static void Compare(StepContext context, Rule rule, JudgedLink link, Expression left, Call right)
    {
        var statement = link.Statement;
        if (!FunctionEquation.IsStated(context, statement)
            || FunctionWithParameters.For(context, statement.Index, left) is not { } functions
            || functions.PutInto(left) is not { } truth
            || ExpressionInspector.Symbols(truth) is var letters && !letters.SetEquals(ExpressionInspector.Symbols(right))
            || !letters.Overlaps(functions.Parameters) || letters.IsSubsetOf(functions.Parameters)
            || context.Tools.Identities.Compare(truth, right) is not { Holds: false } outcome)
            return;
        Report(context, rule, link, functions, truth, outcome);
    }

    private static void Report(StepContext context, Rule rule, JudgedLink link, FunctionWithParameters functions, Expression truth,
        IdentityOutcome outcome)
    {
        var (left, right) = (link.LeftExpression!, link.RightExpression!);
        outcome = context.Tools.Identities.AtSmallest(truth, right) ?? outcome;
        var (x, y) = (ValueText.Of(outcome.Left), ValueText.Of(outcome.Right));
        context.Report(new Draft(rule, link.Span,
            $"With {functions.Written}, {left} is {truth}, the step says {right}: at {outcome.Point} the first is {x}, the second {y}.",
            Evidence.Of(("definition", functions.Written), ("counterexample", outcome.Point), ("left", $"{truth} = {x}"),
                ("right", $"{right} = {y}"))));
    }
}
