using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"x + y = 5. Squaring both sides, x² + y² = 25": one side is the square of what it was, and the other is not.</summary>
internal static class SquaredSides
{
    private const int LongestBridge = 160;

    /// <summary>Reports under <paramref name="rule"/> an equation of which one side alone was squared rightly.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { HasOtherLaws: true } or { RedefinesNotation: true })
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            var statement = context.Analysis.Statements[fact.Statement];
            if (fact.Link > 0 || statement.Chain.Signs is not ["="] || statement.Bridge.Length > LongestBridge
                || !IsSquared(statement) || statement.Has(Unsure)
                || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement) || Before(context, fact) is not { } known
                || HasOther(known) || HasOther(fact))
                continue;
            var (left, right) = (Square(known.Left), Square(known.Right));
            if (context.Tools.Identities.Compare(right, fact.Right).Agrees)
                Compare(context, rule, fact, left, fact.Left);
            else if (context.Tools.Identities.Compare(left, fact.Left).Agrees)
                Compare(context, rule, fact, right, fact.Right);
        }
    }

    private static void Compare(StepContext context, Rule rule, EquationFact fact, Expression square, Expression said)
    {
        if (ExpressionInspector.IsClosed(square) || ExpressionInspector.IsClosed(said)
            || context.Tools.Identities.Compare(square, said) is not { Holds: false } outcome
            || OtherPlaces.MayHold(context.Tools, square, said))
            return;
        var mistake = MistakeCatalog.Of(square, said, context.Tools);
        var (x, y) = (ValueText.Of(outcome.Left), ValueText.Of(outcome.Right));
        var evidence = Evidence.Of(("counterexample", outcome.Point), ("left", $"{square} = {x}"), ("right", $"{said} = {y}"));
        context.Report(new Draft(rule, TextSpan.FromBounds(fact.Start, fact.End),
            $"{square} and {said} are not the same: at {outcome.Point} the first is {x}, the second {y}.{mistake?.Sentence}",
            mistake?.AddTo(evidence) ?? evidence));
    }

    // "Squaring the equation x + y = 5" names what is squared; "squaring both sides, we get" and a colon lead to what comes of it.
    private static bool IsSquared(Statement statement) => statement.Lexicon.After(PhraseRole.Squared, statement.Bridge) is >= 0 and var end
        && (statement.Lexicon.Has(PhraseRole.Leads, statement.Bridge.AsSpan(end))
            || statement.Bridge.AsSpan(end).TrimEnd(" \t\n$\\([*") is [.., ':' or '：' or ',' or '，']);

    private const Ambiguities Unsure = ClaimRoles.Unsure | Ambiguities.ImaginaryUnit;

    // The equation right before it, in the step or at the end of the one before.
    private static EquationFact? Before(StepContext context, EquationFact fact)
    {
        var index = context.Analysis.Equations.IndexOf(fact);
        if (index > 0 && context.Analysis.Equations[index - 1] is { Link: 0 } before && before.Statement == fact.Statement - 1)
            return context.Analysis.Statements[before.Statement].Chain.Signs.Length == 1 ? before : null;
        return index == 0 && fact.Statement == 0 ? context.Facts.LastEquation : null;
    }

    /// <summary>The square of a side.</summary>
    public static Call Square(Expression side) => Call.Of(Operation.Power, side, new NumberLiteral(2));

    private static bool HasOther(EquationFact fact) => ExpressionInspector.Nodes(fact.Left)
        .Concat(ExpressionInspector.Nodes(fact.Right)).Any(node => node is FunctionValue or Collection or Quantity
            or NumberLiteral { Decimals: > 0 } or Call { Operation: Operation.PlusMinus or Operation.Degrees });
}
