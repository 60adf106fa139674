using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Equations;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Review.Relations;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR103: what is claimed for every value of its letters fails at one.</summary>
internal sealed class FailedIdentityCheck : ICheck
{
    // The readings of a rewriting: the letters that may be numbers, and how far slashes and arguments reach.
    private static readonly ImmutableArray<Ambiguities> s_readings =
    [
        Ambiguities.None, Ambiguities.ImaginaryUnit, Ambiguities.ImaginaryJ, Ambiguities.EulerNumber, Ambiguities.SlashProduct,
        Ambiguities.SlashSum, Ambiguities.ArgumentExtent, Ambiguities.LooseExponent, Ambiguities.ImaginaryUnit | Ambiguities.EulerNumber,
    ];

    public Rule Rule => RuleCatalog.FailedIdentity;

    public void Check(StepContext context)
    {
        if (context.Facts.Traits is { HasVectors: true } or { HasSpecialNumbers: true } or { IsCongruent: true } or { StarIsDefined: true }
            or { IsBoolean: true })
            return;
        foreach (var link in context.Links)
        {
            if (link is
                {
                    Sign: "=", IsNumeric: false, IsAnnotation: false, Judgment.Holds: false, LeftExpression: { } left,
                    RightExpression: { } right, Fact: { } fact
                })
            {
                SeriesHead.Report(context, link, Rule);
                var role = ClaimRoles.Of(context, link, fact, left, right);
                if (ClaimRoles.WhyOf(role) is { } why)
                    context.Claim(link.Statement.Index, link.Index, why);
                if (role != ClaimRole.Condition && Contradictions.Follow(context.Analysis.Plain, link.Statement))
                    continue;
                if (role == ClaimRole.Rewriting)
                    Test(context, link, fact, left, right);
                else if (role != ClaimRole.Condition)
                    TestClaim(context, link, role, fact, left, right);
            }
        }

        RewrittenSide.Report(context, Rule, ofNumbers: false);
        AskedExpression.Report(context, Rule, ofNumbers: false);
        UnionOfEvents.Report(context, Rule);
        InverseFunction.Report(context, Rule);
        NamedDerivative.Report(context, Rule);
    }

    // What is claimed for every value of its letters fails at one.
    private void TestClaim(StepContext context, JudgedLink link, ClaimRole role, EquationFact fact, Expression left, Expression right)
    {
        if (((link.Left.Ambiguities | link.Right.Ambiguities) & ClaimRoles.Unsure) != 0 || !ClaimGuard.IsAsserted(link.Statement)
            || !Surroundings.AreUnderstood(link.Statement.Tokens, link.Left, link.Right)
            || OwnNotation.MayHide(context.Analysis.Text, link, context.Facts.Traits))
            return;
        if (role == ClaimRole.FunctionValue)
        {
            FunctionClaim.Check(context, link, left, right, Rule);
            return;
        }

        // "Let ab = 1. Expand (a + b)²": what the problem says of the letters is used.
        if (role == ClaimRole.Task && ConstraintSearch.MayExcuse(context, fact))
            return;
        if (Reading.Combinations(link.Left.Ambiguities | link.Right.Ambiguities) is not { } readings
            || AddsPercent(left) || AddsPercent(right))
            return;
        var first = FirstIfAllFail(context, link, readings, outcome => Fails(role, outcome, left, right));
        if (first is null || IsRounding(first, left, right)
            || (context.Facts.Traits.AddsOtherwise && OtherSums.MayExplain(left, right, first.Left, first.Right))
            || (role != ClaimRole.Operation && OtherPlaces.MayHold(context.Tools, left, right)))
            return;
        var what = OperatorClaim.IsIndefinite(left, right) ? "Differentiated, " : string.Empty;
        Report(context, link, left, right, first, what, role == ClaimRole.Alone ? Severity.Warning : null);
    }

    // "x minus 20%" takes a share of x.
    private static bool AddsPercent(Expression expression) => ExpressionInspector.Nodes(expression)
        .Any(node => node is Call { Operation: Operation.Add } sum && sum.Arguments.Any(term =>
            term is Call { Operation: Operation.Percent }
                or Call { Operation: Operation.Negate, Arguments: [Call { Operation: Operation.Percent }] }));

    private static bool Fails(ClaimRole role, IdentityOutcome outcome, Expression left, Expression right) =>
        role == ClaimRole.Operation && !OperatorClaim.HoldsEverywhere(left, right) ? outcome.Holds == false : outcome.FailsSomewhere;

    private void Report(StepContext context, JudgedLink link, Expression left, Expression right, IdentityOutcome outcome, string what,
        Severity? severity = null)
    {
        outcome = context.Tools.Identities.AtSmallest(left, right) ?? outcome;
        var point = outcome.Point;
        var (x, y) = (ValueText.Of(outcome.Left), ValueText.Of(outcome.Right));
        var mistake = MistakeCatalog.Of(left, right, context.Tools);
        var evidence = Evidence.Of(("counterexample", point), ("left", $"{left} = {x}"), ("right", $"{right} = {y}"));
        context.Report(new Draft(Rule, link.Span,
            $"{what}{left} and {right} are not the same: at {point} the first is {x}, the second {y}.{mistake?.Sentence}",
            mistake?.AddTo(evidence) ?? evidence)
        {
            Severity = ChainRecovery.Recovers(link, context.Tools) ? Severity.Information : severity,
        });
    }

    private void Test(StepContext context, JudgedLink link, EquationFact fact, Expression left, Expression right)
    {
        // "0.688 GeV/c = 688 MeV/c", "20.0 m/s / 15.0 s": beside a unit a letter may belong to it.
        if (HasUnit(left) || HasUnit(right))
            return;
        if (MayBeTied(context, left, right) || (!ClaimRoles.IsExpansion(link, left, right) && EquatesTwoExpressions(link, left, right))
            || OwnNotation.MayHide(context.Analysis.Text, link, context.Facts.Traits))
            return;
        if (!ClaimGuard.IsAsserted(link.Statement)
            || (!ClaimRoles.IsExpansion(link, left, right) && ConstraintSearch.MayExcuse(context, fact)))
            return;
        var met = link.Left.Ambiguities | link.Right.Ambiguities;
        var first = FirstIfAllFail(context, link, s_readings.Where(second => (met & second) == second), outcome => outcome.Holds == false);
        if (first is null || IsRounding(first, left, right)
            || (context.Facts.Traits.AddsOtherwise && OtherSums.MayExplain(left, right, first.Left, first.Right))
            || OtherPlaces.MayHold(context.Tools, left, right))
            return;
        Report(context, link, left, right, first, string.Empty);
    }

    // Angles of a triangle make up two right angles, and whatever else is known of it; nobody writes that beside each line.
    private static bool MayBeTied(StepContext context, Expression left, Expression right) =>
        context.Facts.Traits.HasTriangle && ExpressionInspector.Symbols(left).Count > 1
        && ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right))
            .Any(node => node is Call { Operation: Operation.Sin or Operation.Cos or Operation.Tan });

    // "d = 16x = 24(x - 20)": one quantity by two ways is an equation to be solved; a rewriting keeps some of its terms.
    private static bool EquatesTwoExpressions(JudgedLink link, Expression left, Expression right) =>
        link.Index > 0 && link.Statement.Chain.Members[0].Expression is Symbol { Name: var name }
        && !ExpressionInspector.Symbols(left).Contains(name) && NearIdentity.ShareNoTerm(left, right)
            && NearIdentity.HaveSolution(left, right);

    private static bool HasUnit(Expression expression) =>
        ExpressionInspector.Nodes(expression).Any(node => node is Quantity { Unit: not ("$" or "€" or "£") });

    // The outcome in the first reading, where it fails in every one.
    private static IdentityOutcome? FirstIfAllFail(StepContext context, JudgedLink link, IEnumerable<Ambiguities> readings,
        Predicate<IdentityOutcome> fails)
    {
        IdentityOutcome? first = null;
        foreach (var second in readings)
        {
            if (Outcome(context, link, second) is not { } outcome || !fails(outcome))
                return null;
            first ??= outcome;
        }

        return first;
    }

    private static IdentityOutcome? Outcome(StepContext context, JudgedLink link, Ambiguities second)
    {
        if (second == Ambiguities.None)
            return link.Identity;
        var options = context.Analysis.Options;
        return Reading.Read(link.Statement.Tokens, link.Left, options, second) is { } a
            && Reading.Read(link.Statement.Tokens, link.Right, options, second) is { } b
            ? context.Tools.Identities.Compare(a, b)
            : null;
    }

    // Coefficients that were rounded on the way make the sides differ in the last digits only.
    private static bool IsRounding(IdentityOutcome outcome, Expression left, Expression right)
    {
        if (!ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).Any(node => node is NumberLiteral { Decimals: > 0 }))
            return false;
        if (outcome.Left?.Exact is not { IsZero: false } a || outcome.Right?.Exact is not { } b)
            return true;
        return Rational.Abs(a - b) < Rational.Abs(a) / 50;
    }
}
