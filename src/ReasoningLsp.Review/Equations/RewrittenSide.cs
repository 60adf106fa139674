using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>Two relations in a row with the same left side, the words between them saying that the right side is only written anew:
/// "R = (4 + n)(5 - n). Expanding, R = 20 + 2n - n²". The right sides must be the same.</summary>
internal static class RewrittenSide
{
    private const int LongestBridge = 160, Beside = 24;

    private static readonly PhraseSet s_rewrites = new([.. LanguagePhrases.InAll(PhraseRole.Rewritten)]);

    private static readonly PhraseSet s_expands = new([.. LanguagePhrases.InAll(PhraseRole.Expanded)]);

    /// <summary>Reports under <paramref name="rule"/> the right sides that are not the one before written anew.</summary>
    /// <param name="context">The step.</param>
    /// <param name="rule">RR101 for numbers, RR103 for expressions with letters.</param>
    /// <param name="ofNumbers">Which of the two.</param>
    public static void Report(StepContext context, Rule rule, bool ofNumbers)
    {
        if (context.Facts.Traits is { HasOtherLaws: true } or { RedefinesNotation: true })
            return;
        foreach (var second in context.Analysis.Statements)
        {
            if (Before(context, second, ofNumbers) is not { } first
                || second.Chain.Signs[0] is not ("=" or "<" or ">" or "≤" or "≥") || first.Chain.Signs[^1] != second.Chain.Signs[0]
                || first.Chain.Signs[..^1].Any(sign => sign != "=")
                || first.Chain.Modulus is not null || second.Chain.Modulus is not null
                || !ClaimGuard.IsCalculated(first) || !ClaimGuard.IsAsserted(second) || ClaimGuard.IsTried(second))
                continue;
            Compare(context, rule, first, second, ofNumbers);
        }
    }

    private static void Compare(StepContext context, Rule rule, Statement first, Statement second, bool ofNumbers)
    {
        var (a, b) = (first.Chain.Members[^1], second.Chain.Members[1]);
        if (first.Chain.Members[0].Expression is not { } left || !left.Equals(second.Chain.Members[0].Expression))
            return;
        // "24 = 4x + 2x. We rewrite the right-hand side": where the words say so, a number may be what is written anew.
        if ((ExpressionInspector.IsClosed(left) && (ofNumbers || !s_expands.OccursIn(second.Bridge))) || a.Expression is not { } before
            || b.Expression is not { } after
            || (ExpressionInspector.IsClosed(before) && ExpressionInspector.IsClosed(after)) != ofNumbers || IsUnsure(a) || IsUnsure(b))
            return;
        if (ofNumbers)
            CompareNumbers(context, rule, second, left, before, after);
        else
            CompareExpressions(context, rule, second, left, before, after);
    }

    private static bool IsUnsure(Member member) => (member.Ambiguities & (ClaimRoles.Unsure | Ambiguities.ImaginaryUnit)) != 0;

    // Numbers are compared within a step, expressions with the end of the step before too, where the words say so.
    private static Statement? Before(StepContext context, Statement second, bool ofNumbers)
    {
        if (second.Index > 0)
            return context.Analysis.Statements[second.Index - 1];
        return !ofNumbers && s_rewrites.OccursIn(second.Bridge) ? context.Facts.LastStatement : null;
    }

    private static void CompareNumbers(StepContext context, Rule rule, Statement second, Expression left, Expression before,
        Expression after)
    {
        if (!ExpressionInspector.IsLiteral(after)
            || (ExpressionInspector.IsLiteral(before) && !second.Lexicon.Has(PhraseRole.Calculated, second.Bridge))
            || !IsWorkedOut(context, second, left)
            || context.Tools.Links.JudgeReading(before, after) is not { Verdict: Verdict.Fails } judgment)
            return;
        context.Report(new Draft(rule, Span(second), $"{left} = {before}, which is {ValueText.Of(judgment.Left)}, and not {after}.",
            Evidence.Of(("left", $"{before} = {ValueText.Of(judgment.Left)}"), ("right", $"{after} = {ValueText.Of(judgment.Right)}"))));
    }

    // "r = √(16/4). Simplifying, r = 2" and rows of a calculation; a letter of an equation may have several values.
    private static bool IsWorkedOut(StepContext context, Statement second, Expression left)
    {
        if (second.Bridge.Length > LongestBridge || second.Lexicon.Has(PhraseRole.Several, FirstWords(second.After))
            || second.Lexicon.Has(PhraseRole.Alternative, second.Bridge) || second.Chain.Signs[0] != "=")
            return false;
        if (second.Lexicon.Has(PhraseRole.Calculated, second.Bridge))
            return !IsOneOfSeveral(context, second.Index, left);
        return DerivationBridge.Derives(second.Bridge, second.Lexicon)
            && (left is not Symbol || (!second.Bridge.Any(char.IsLetter) && !IsOneOfSeveral(context, second.Index, left)));
    }

    // "x = 24/4 or x = 24/6, x = 6 or x = 4"
    private static bool IsOneOfSeveral(StepContext context, int index, Expression left)
    {
        var statements = context.Analysis.Statements;
        bool SpeaksOf(int other) => other >= 0 && other < statements.Length && statements[other].Chain.Members[0].Expression is { } named
            && named.Equals(left);
        return SpeaksOf(index - 2) && !DerivationBridge.Derives(statements[index - 1].Bridge, statements[index - 1].Lexicon)
            || (SpeaksOf(index + 1) && !DerivationBridge.Derives(statements[index + 1].Bridge, statements[index + 1].Lexicon));
    }

    private static string FirstWords(string text) => text.Length > Beside ? text[..Beside] : text;

    private static void CompareExpressions(StepContext context, Rule rule, Statement second, Expression left, Expression before,
        Expression after)
    {
        var names = ExpressionInspector.Symbols(before);
        if (!s_rewrites.OccursIn(second.Bridge) || second.Lexicon.Has(PhraseRole.Alternative, second.Bridge)
            || !names.SetEquals(ExpressionInspector.Symbols(after)) || HasOther(before) || HasOther(after))
            return;
        // "Expand the left-hand side: (x² - 8)² = x⁴ - 16x² + 64" says nothing of the other one.
        var outcome = context.Tools.Identities.Compare(before, after);
        if (outcome.Holds != false || OtherPlaces.MayHold(context.Tools, before, after)
            || context.Tools.Identities.Compare(left, after).Agrees
            || (!s_expands.OccursIn(second.Bridge) && IsTied(context, second.Index, names, left, IsProduct(before) && IsProduct(after))))
            return;
        Report(context, rule, second, before, after, outcome);
    }

    private static void Report(StepContext context, Rule rule, Statement second, Expression before, Expression after,
        IdentityOutcome outcome)
    {
        var point = outcome.Point;
        var (x, y) = (ValueText.Of(outcome.Left), ValueText.Of(outcome.Right));
        var mistake = MistakeCatalog.Of(before, after, context.Tools);
        var evidence = Evidence.Of(("counterexample", point), ("left", $"{before} = {x}"), ("right", $"{after} = {y}"));
        context.Report(new Draft(rule, Span(second),
            $"{before} and {after} are not the same: at {point} the first is {x}, the second {y}.{mistake?.Sentence}",
            mistake?.AddTo(evidence) ?? evidence));
    }

    // With "a + b + c = 11" at hand, "(a + b + c)² simplifies to 121" is no rewriting alone; of one product a sum makes no other.
    private static bool IsTied(StepContext context, int statement, HashSet<string> names, Expression left, bool ofProducts) =>
        context.EquationsBefore(names, statement)
            .Any(fact => fact.Symbols.Count > 0 && fact.Symbols.IsSubsetOf(names) && !fact.Left.Equals(left) && !fact.IsRewriting
                && (!ofProducts || (IsProduct(fact.Left) && IsProduct(fact.Right))));

    private static bool IsProduct(Expression side) =>
        !ExpressionInspector.Nodes(side).Any(node => node is Call { Operation: Operation.Add } or FunctionValue);

    private static TextSpan Span(Statement statement) => TextSpan.FromBounds(statement.Chain.Start, statement.Chain.End);

    private static bool HasOther(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node is FunctionValue
        or Collection or Quantity or NumberLiteral { Decimals: > 0 }
        or Call { Operation: Operation.PlusMinus or Operation.Floor or Operation.Ceiling or Operation.Mod });
}
