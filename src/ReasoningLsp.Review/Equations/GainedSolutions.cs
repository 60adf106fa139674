using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>
/// "Solve √(x + 2) = x: so x = 2 or x = -1": squaring let a value in that solves nothing, and the solution ends with it; or it ends with
/// another value than the one that it found and that solves the equation. Only where no step tries, checks or rejects anything.
/// </summary>
internal static class GainedSolutions
{
    /// <summary>Reports under <paramref name="rule"/> a value in the last step that does not solve the equation.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        var analysis = context.Analysis;
        if (analysis.Values.IsEmpty || analysis.Values.Length != analysis.Statements.Length || !IsList(analysis.Statements)
            || context.Facts.BareTask is not { } relation || context.Facts.EquationOf(relation) is not { } task
            || relation.Has(UnfoundedEquations.Unsure)
            || context.Facts.Traits.HasOtherLaws
            || !context.Facts.IsFinal)
            return;
        var name = task.Symbols.Single();
        var letsIn = LetsIn(task);
        if (!letsIn && !IsSolved(context, task, name))
            return;
        foreach (var claim in analysis.Values)
        {
            var statement = analysis.Statements[claim.Statement];
            if (claim.Symbol != name || IsRounded(claim) || !ClaimGuard.IsAsserted(statement)
                || RationalFunction.From(claim.Value)?.Constant is not { } value
                || Miss(context, task, name, value) is not { } why)
                continue;
            var said = $"{name} = {value}";
            var evidence = Evidence.Of(("first", task.Key), ("second", said), ("why", why));
            context.Report(new Draft(rule, TextSpan.FromBounds(claim.Start, claim.End),
                $"{said} does not solve {task.Key}: {why}.{(letsIn ? Mistake.GainedSolution.Sentence : string.Empty)}",
                letsIn ? Mistake.GainedSolution.AddTo(evidence) : evidence));
        }
    }

    // Every value that the steps before give solves it: what the last one says is a slip, and no consequence of one.
    private static bool IsSolved(StepContext context, EquationFact task, string name) =>
        context.Facts.ValuesOf(name) is { IsEmpty: false } values && values.All(value => value.Step >= 0
            && RationalFunction.From(value.Claim.Value)?.Constant is { } number && !IsRounded(value.Claim)
            && ExactlySolves(task, name, number));

    private static bool ExactlySolves(EquationFact task, string name, Rational value) =>
        task.Difference is { IsPolynomial: true, Top: var top } && UnivariatePolynomial.From(top, name)?.At(value).IsZero == true;

    private static bool IsRounded(ValueClaim claim) => ExpressionInspector.Decimals(claim.Value).Any();

    // "x = 2 or x = -1", and not "x = 2, since x = -1 gives -1 on the right".
    private static bool IsList(ImmutableArray<Statement> statements) => !ClaimGuard.GoesOn(statements[^1])
        && !statements[0].Lexicon.Has(PhraseRole.Used, statements[0].Before)
        && statements.Skip(1).All(statement => SetOfValues.AreJoined(statement.Bridge));

    // A root or a logarithm over the letter, whose rewriting lets values in.
    private static bool LetsIn(EquationFact task) => ExpressionInspector.Nodes(task.Left).Concat(ExpressionInspector.Nodes(task.Right))
        .Any(node => node is Call { Operation: Operation.Root or Operation.Ln or Operation.Log } && !ExpressionInspector.IsClosed(node));

    private static string? Miss(StepContext context, EquationFact task, string name, Rational value)
    {
        var evaluator = context.Tools.Numeric.Evaluator;
        var symbols = new Dictionary<string, Value> { [name] = Value.Of(value) };
        return ClosedValue.Outside(task, symbols, evaluator) is { } outside ? $"{outside} is not defined there"
            : ClosedValue.Apart(task, symbols, evaluator);
    }
}
