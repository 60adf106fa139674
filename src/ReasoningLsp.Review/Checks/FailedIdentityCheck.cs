using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Equations;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Review.Relations;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR103: what is claimed for every value of its letters fails at one.</summary>
internal sealed class FailedIdentityCheck : ICheck
{
    private const Ambiguities Unsure = Ambiguities.NeverRefute | Ambiguities.Ratio | Ambiguities.Overline;

    private const int MostWords = 3;

    private static readonly PhraseSet s_rewrites = new([.. LanguagePhrases.InAll(PhraseRole.Rewritten)]);

    private static readonly PhraseSet s_expansions = new([.. LanguagePhrases.InAll(PhraseRole.Expanded)]);

    private static readonly PhraseSet s_substitutes = new(
        "substitut*", "plug*", "using", "use the", "since", "given", "because", "recall*", "where", "let", "from", "we know", "condition*",
        "equation*", "constraint*", "set", "mod", "modulo", "characteristic*", "ignor*", "neglect*", "order", "trap", "claim*",
            "cross product", "vector*", "when", "for");

    private static readonly PhraseSet s_insertions = new("substitut*", "plug*", "insert*", "since", "because", "given that", "we know",
        "recall*", "condition*", "constraint*", "mod");

    private static readonly PhraseSet s_equates = new("equat*", "equal to each other", "set equal", "setting", "compar*", "condition*");

    public Rule Rule => RuleCatalog.FailedIdentity;

    public void Check(StepContext context)
    {
        if (context.Facts.Traits is { HasVectors: true } or { HasSpecialNumbers: true } or { IsCongruent: true } or { StarIsDefined: true })
            return;
        foreach (var link in context.Links)
        {
            if (link is
                {
                    Sign: "=", IsNumeric: false, IsAnnotation: false, Judgment.Holds: false, LeftExpression: { } left,
                    RightExpression: { } right, Fact: { } fact
                })
            {
                var role = RoleOf(context, link, fact, left, right);
                if (WhyOf(role) is { } why)
                    context.Claim(link.Statement.Index, link.Index, why);
                if (role == ClaimRole.Rewriting)
                    Test(context, link, fact, left, right);
                else if (role != ClaimRole.Condition)
                    TestClaim(context, link, role, left, right);
            }
        }
    }

    private static ClaimRole RoleOf(StepContext context, JudgedLink link, EquationFact fact, Expression left, Expression right)
    {
        if (OperatorClaim.Is(left, right))
            return ClaimRole.Operation;
        if (left is FunctionValue || ExpressionInspector.Nodes(left).Any(node => node is FunctionValue))
            return ClaimRole.FunctionValue;
        if (TaskClaim.Is(context, link, left, right))
            return ClaimRole.Task;
        if (IsRewriting(link, fact, left, right))
            return ClaimRole.Rewriting;
        var words = link.Statement.Before;
        // "By the theorem of Pythagoras, …": what more words introduce has another reason than calculating.
        return (CountWords(words) <= MostWords || s_rewrites.OccursIn(words)) && !s_substitutes.OccursIn(words)
            && !s_equates.OccursIn(words)
            && TaskClaim.StandsAlone(context, link, fact, left, right) ? ClaimRole.Alone : ClaimRole.Condition;
    }

    private static string? WhyOf(ClaimRole role) => role switch
    {
        ClaimRole.Operation => "claimed for every value: what an operation comes to",
        ClaimRole.FunctionValue => "a value of a function that is defined before",
        ClaimRole.Task => "claimed for every value, because the task wants it written anew",
        ClaimRole.Rewriting => "claimed for every value, because one side is the other written anew",
        ClaimRole.Alone => "likely claimed for every value: nothing else is said of its letters",
        _ => null,
    };

    private static int CountWords(string text) =>
        text.Split([' ', '\t', '\n', '$', ':', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));

    // What is claimed for every value of its letters fails at one.
    private void TestClaim(StepContext context, JudgedLink link, ClaimRole role, Expression left, Expression right)
    {
        if (((link.Left.Ambiguities | link.Right.Ambiguities) & Unsure) != 0 || !ClaimGuard.IsAsserted(link.Statement)
            || !Surroundings.AreUnderstood(link.Statement.Tokens, link.Left, link.Right)
            || OwnNotation.MayHide(context.Analysis.Text, link, context.Facts.Traits))
            return;
        if (role == ClaimRole.FunctionValue)
        {
            FunctionClaim.Check(context, link, left, right, Rule);
            return;
        }

        if (Reading.Combinations(link.Left.Ambiguities | link.Right.Ambiguities) is not { } readings)
            return;
        IdentityOutcome? first = null;
        foreach (var second in readings)
        {
            if (Outcome(context, link, second) is not { } outcome || !Fails(role, outcome, left, right))
                return;
            first ??= outcome;
        }

        if (first is null || IsRounding(first, left, right)
            || (role != ClaimRole.Operation && OtherPlaces.MayHold(context.Tools, left, right)))
            return;
        var what = OperatorClaim.IsIndefinite(left, right) ? "Differentiated, " : string.Empty;
        Report(context, link, left, right, first, what, role == ClaimRole.Alone ? Severity.Warning : null);
    }

    private static bool Fails(ClaimRole role, IdentityOutcome outcome, Expression left, Expression right) =>
        role == ClaimRole.Operation && !OperatorClaim.HoldsEverywhere(left, right) ? outcome.Holds == false : outcome.FailsSomewhere;

    private void Report(StepContext context, JudgedLink link, Expression left, Expression right, IdentityOutcome outcome, string what,
        Severity? severity = null)
    {
        var point = string.Join(", ", outcome.Counterexample.Select(pair => $"{pair.Name} = {pair.Value}"));
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
        if (MayBeTied(context, left, right) || (!IsExpansion(link, left, right) && EquatesTwoExpressions(link, left, right))
            || OwnNotation.MayHide(context.Analysis.Text, link, context.Facts.Traits))
            return;
        if (!ClaimGuard.IsAsserted(link.Statement) || (!IsExpansion(link, left, right) && ConstraintSearch.MayExcuse(context, fact)))
            return;
        IdentityOutcome? first = null;
        foreach (var second in (ReadOnlySpan<Ambiguities>)[Ambiguities.None, Ambiguities.ImaginaryUnit,
            Ambiguities.ImaginaryJ, Ambiguities.EulerNumber,
            Ambiguities.SlashProduct, Ambiguities.SlashSum, Ambiguities.ArgumentExtent,
            Ambiguities.ImaginaryUnit | Ambiguities.EulerNumber])
        {
            if (second != Ambiguities.None && ((link.Left.Ambiguities | link.Right.Ambiguities) & second) != second)
                continue;
            if (Outcome(context, link, second) is not { } outcome)
                return;
            if (outcome.Holds != false)
                return;
            first ??= outcome;
        }

        if (first is null || IsRounding(first, left, right) || OtherPlaces.MayHold(context.Tools, left, right))
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

    // Both sides calculate with the same symbols, and the chain goes on from one to the other.
    private static bool IsRewriting(JudgedLink link, EquationFact fact, Expression left, Expression right)
    {
        if (((link.Left.Ambiguities | link.Right.Ambiguities) & Unsure) != 0 || !IsCalculation(left)
            || !(IsCalculation(right) || ExpressionInspector.IsLiteral(right)))
            return false;
        if (ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right))
            .Any(node => node is FunctionValue or Call { Operation: Operation.PlusMinus or Operation.SumOver or Operation.ProductOver }
            or Collection))
            return false;
        if (link.Index == 0 && IsFunction(left) && fact.IsImpossible)
            return true;
        if (!IsCalculation(right) || !ExpressionInspector.Symbols(left).SetEquals(ExpressionInspector.Symbols(right))
            || Steps(left) != Steps(right))
            return false;
        if (IsExpansion(link, left, right) || (link.Index == 0 && fact.IsImpossible))
            return true;
        if (link.Index > 0)
            return !s_equates.OccursIn(link.Statement.Before);
        var words = link.Statement.Before;
        return s_rewrites.OccursIn(words) && !s_substitutes.OccursIn(words) && link.Statement.Chain.Signs.Length > 1;
    }

    // "sin²x + cos²x = 2": what no value of the letters can satisfy is no equation to be solved.
    private static bool IsFunction(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node is Call
    {
        Operation: Operation.Sin or Operation.Cos or Operation.Tan or Operation.Ln or Operation.Log or Operation.Exp or Operation.Root
    });

    // The words announce one expression in another form, so no other fact comes in.
    private static bool IsExpansion(JudgedLink link, Expression left, Expression right)
    {
        var words = link.Statement.Before;
        return link.Index == 0 && s_expansions.OccursIn(words) && !s_insertions.OccursIn(words) && !s_equates.OccursIn(words)
            && NearIdentity.Is(left, right);
    }

    // Taking away an absolute value or a floor is a case distinction.
    private static int Steps(Expression expression) =>
        ExpressionInspector.Nodes(expression)
        .Count(node => node is Call { Operation: Operation.Abs or Operation.Floor or Operation.Ceiling });

    private static bool IsCalculation(Expression expression) => expression switch
    {
        Call { Operation: Operation.Negate } call => IsCalculation(call.Arguments[0]),
        Call { Operation: Operation.Percent } => false,
        _ => expression is Call,
    };

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
