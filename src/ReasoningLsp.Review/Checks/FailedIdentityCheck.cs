using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
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
        if (context.Facts.Traits is { HasVectors: true } or { IsCongruent: true } or { StarIsDefined: true } or { IsBoolean: true })
            return;
        if (context.Facts.Traits.HasSpecialNumbers)
        {
            foreach (var link in context.Links)
            {
                if (link is
                    {
                        Sign: "=", IsNumeric: false, IsAnnotation: false, Judgment.Holds: false, LeftExpression: { } left,
                        RightExpression: { } right
                    } && HasPlainLetters(left) && SlippedTerm.Is(left, right, context.Facts.Traits.IsComplex))
                    context.Leave(link.Statement.Index, link.Index, TestSlip(context, link, left, right));
            }

            return;
        }

        foreach (var link in context.Links)
        {
            AnnouncedIdentity.Report(context, link, Rule);
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
                if (SlippedTerm.Is(left, right, context.Facts.Traits.IsComplex))
                {
                    context.Leave(link.Statement.Index, link.Index, TestSlip(context, link, left, right));
                    continue;
                }

                // "Factoring x² - 5x + 6 modulo 5 gives x² + 1 = (x - 2)(x + 2)."
                if (role == ClaimRole.Condition || ModularReading.IsModular(link.Statement.Before))
                    continue;
                context.Leave(link.Statement.Index, link.Index,
                    Contradictions.Follow(context.Analysis.Plain, link.Statement) ? OpenReason.NotStated
                    : role == ClaimRole.Rewriting && !FactoredForm.IsSlip(link, left, right) ? Test(context, link, fact, left, right)
                    : role == ClaimRole.FunctionValue && FunctionAtoms.AreSame(left, right)
                        ? TestAtoms(context, link, FunctionAtoms.Named(left), FunctionAtoms.Named(right))
                    : TestClaim(context, link, role, fact, left, right));
            }
        }

        RewrittenSide.Report(context, Rule, ofNumbers: false);
        SideWrittenOut.Report(context, Rule);
        ScaledIdentity.Report(context, Rule);
        AskedExpression.Report(context, Rule, ofNumbers: false);
        UnionOfEvents.Report(context, Rule);
        FunctionPutIn.Report(context, Rule);
        InverseFunction.Report(context, Rule);
        NamedDerivative.Report(context, Rule);
        SquaredSides.Report(context, Rule);
        ClaimedInequality.Report(context, Rule);
    }

    // "Expanding, (1 + x)(x - f(x)) = x - f(x) + x² - f(x)": whatever f is, the brackets are multiplied out wrongly.
    private OpenReason TestAtoms(StepContext context, JudgedLink link, Expression left, Expression right)
    {
        if (((link.Left.Ambiguities | link.Right.Ambiguities) & (ClaimRoles.Unsure | Ambiguities.SlashProduct | Ambiguities.SlashSum)) == 0
            && ClaimRoles.IsExpansion(link, left, right) && ClaimGuard.IsAsserted(link.Statement)
            && context.Tools.Identities.Compare(left, right) is { Holds: false } outcome)
            Report(context, link, left, right, outcome, string.Empty);
        return OpenReason.NotSettled;
    }

    // "(a + bi)²": letters that stand for real numbers, and no root of unity with laws of its own.
    private static bool HasPlainLetters(Expression side) =>
        ExpressionInspector.Symbols(side).All(name => name is [>= 'a' and <= 'v'] or "x" or "y");

    // One coefficient of a product that was multiplied out is wrong, in every reading.
    private OpenReason TestSlip(StepContext context, JudgedLink link, Expression left, Expression right)
    {
        if (HasUnit(left) || HasUnit(right))
            return OpenReason.Units;
        if (OwnNotation.MayHide(context.Analysis.Text, link, context.Facts.Traits))
            return OpenReason.Notation;
        if (!ClaimGuard.IsAsserted(link.Statement) || Contradictions.Follow(context.Analysis.Plain, link.Statement))
            return OpenReason.NotStated;
        var met = link.Left.Ambiguities | link.Right.Ambiguities;
        if ((met & ClaimRoles.Unsure) != 0)
            return OpenReason.Notation;
        if (FirstIfAllFail(context, link, s_readings.Where(second => (met & second) == second), outcome => outcome.FailsSomewhere)
            is { } first && !IsRounding(first, left, right))
            Report(context, link, left, right, first, string.Empty);
        return OpenReason.NotSettled;
    }

    // What is claimed for every value of its letters fails at one; why nothing is said of it, if nothing is.
    private OpenReason TestClaim(StepContext context, JudgedLink link, ClaimRole role, EquationFact fact, Expression left, Expression right)
    {
        if (((link.Left.Ambiguities | link.Right.Ambiguities) & ClaimRoles.Unsure) != 0
            || OwnNotation.MayHide(context.Analysis.Text, link, context.Facts.Traits))
            return OpenReason.Notation;
        if (!ClaimGuard.IsAsserted(link.Statement))
            return OpenReason.NotStated;
        if (!Surroundings.AreUnderstood(link.Statement.Tokens, link.Left, link.Right))
            return OpenReason.Words;
        if (role == ClaimRole.FunctionValue)
        {
            FunctionClaim.Check(context, link, left, right, Rule);
            return OpenReason.UnknownFunction;
        }

        // "Let ab = 1. Expand (a + b)²": what the problem says of the letters is used.
        if (role == ClaimRole.Task && ConstraintSearch.MayExcuse(context, fact))
            return OpenReason.OtherFacts;
        if (Reading.Combinations(link.Left.Ambiguities | link.Right.Ambiguities) is not { } readings
            || AddsPercent(left) || AddsPercent(right))
            return OpenReason.Readings;
        var first = FirstIfAllFail(context, link, readings, outcome => Fails(role, outcome, left, right));
        if (first is null)
            return OpenReason.NotSettled;
        if (IsRounding(first, left, right))
            return OpenReason.Rounding;
        if ((context.Facts.Traits.AddsOtherwise && OtherSums.MayExplain(left, right, first.Left, first.Right))
            || (role != ClaimRole.Operation && OtherPlaces.MayHold(context.Tools, left, right)))
            return OpenReason.Meaning;
        var what = OperatorClaim.IsIndefinite(left, right) ? "Differentiated, " : string.Empty;
        Report(context, link, left, right, first, what, role == ClaimRole.Alone ? Severity.Warning : null);
        return OpenReason.NotSettled;
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
            Severity = SlipOfThePen.Is(link, context) ? Severity.Information : severity,
        });
    }

    private OpenReason Test(StepContext context, JudgedLink link, EquationFact fact, Expression left, Expression right)
    {
        // "0.688 GeV/c = 688 MeV/c", "20.0 m/s / 15.0 s": beside a unit a letter may belong to it.
        if (HasUnit(left) || HasUnit(right))
            return OpenReason.Units;
        if (OwnNotation.MayHide(context.Analysis.Text, link, context.Facts.Traits))
            return OpenReason.Notation;
        if (!ClaimGuard.IsAsserted(link.Statement))
            return OpenReason.NotStated;
        if (MayBeTied(context, left, right) || (!ClaimRoles.IsExpansion(link, left, right)
            && (EquatesTwoExpressions(link, left, right) || ConstraintSearch.MayExcuse(context, fact))))
            return OpenReason.OtherFacts;
        var met = link.Left.Ambiguities | link.Right.Ambiguities;
        var first = FirstIfAllFail(context, link, s_readings.Where(second => (met & second) == second), outcome => outcome.Holds == false);
        if (first is null)
            return OpenReason.NotSettled;
        if (IsRounding(first, left, right) && !AreUnlikeMultiples(context, left, right))
            return OpenReason.Rounding;
        if ((context.Facts.Traits.AddsOtherwise && OtherSums.MayExplain(left, right, first.Left, first.Right))
            || OtherPlaces.MayHold(context.Tools, left, right))
            return OpenReason.Meaning;
        Report(context, link, left, right, first, string.Empty);
        return OpenReason.NotSettled;
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

    // "1.058P · 1.069 = 1.127P": multiples of one letter are judged by their numbers, as numbers alone are.
    private static bool AreUnlikeMultiples(StepContext context, Expression left, Expression right)
    {
        if (ExpressionInspector.Symbols(left, right).ToList() is not [var name]
            || RationalFunction.Difference(left, right) is not { IsPolynomial: true, Top: { IsZero: false } top }
            || top.DegreeIn(name) != 1 || !top.Coefficient(name, 0).IsZero)
            return false;
        var one = new NumberLiteral(Rational.One);
        return context.Tools.Links.JudgeReading(ExpressionRewriter.PutIn(left, name, one), ExpressionRewriter.PutIn(right, name, one))
            .Verdict == Verdict.Fails;
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
