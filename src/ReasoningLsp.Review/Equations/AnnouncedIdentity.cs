using System.Buffers;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>"We use the identity 1/sin x = cot(x/2) + cot x": what is announced as a law must hold for every value of its
/// letters.</summary>
internal static class AnnouncedIdentity
{
    private const int Beside = 40;

    private static readonly SearchValues<char> s_formulas = SearchValues.Create("=<>≤≥0123456789");

    private static readonly char[] s_gaps = [' ', '\t', '\n', '\u00a0', '$', '\\', '(', '[', ':', ',', '*', '：', '，'];

    /// <summary>Reports under <paramref name="rule"/> a law that fails somewhere.</summary>
    public static void Report(StepContext context, JudgedLink link, Rule rule)
    {
        if (link is not
            {
                Sign: "=", Index: 0, IsNumeric: false, IsAnnotation: false, Identity: { FailsSomewhere: true } outcome, Fact: { } fact,
                LeftExpression: Call left, RightExpression: Call right, Statement.Chain.Signs.Length: 1
            }
            || !(IsAnnounced(link.Statement) || (IsSaidToHold(link.Statement)
                && context.Tools.Identities.AtSmallest(left, right) is not null))
            || !ClaimGuard.IsAsserted(link.Statement) || !IsLaw(left, right)
            || ((link.Left.Ambiguities | link.Right.Ambiguities) & (ClaimRoles.Unsure | Ambiguities.ImaginaryUnit)) != 0
            || OwnNotation.MayHide(context.Analysis.Text, link, context.Facts.Traits)
            || (!IsSaidOfAll(link.Statement, fact) && MayBeUsed(context, fact))
            || OtherPlaces.MayHold(context.Tools, left, right))
            return;
        outcome = context.Tools.Identities.AtSmallest(left, right) ?? outcome;
        var (x, y) = (ValueText.Of(outcome.Left), ValueText.Of(outcome.Right));
        context.Report(new Draft(rule, link.Span,
            $"{fact.Key} is no identity: at {outcome.Point} the left side is {x}, the right side {y}.",
            Evidence.Of(("counterexample", outcome.Point), ("left", $"{left} = {x}"), ("right", $"{right} = {y}"))));
    }

    // The words end with it: "the identity for the square of a sum: …" may be followed by anything.
    private static bool IsAnnounced(Statement statement)
    {
        var words = statement.Before.AsSpan().TrimEnd(s_gaps);
        words = words[Math.Max(0, words.Length - Beside)..];
        return LastWord(words, statement.Lexicon);
    }

    // "x + xy + y = xy + 1, which is true for all x": no formula stands between, of which it may be said. What "is true for all" right
    // behind the equation may be wanted: "we need that x = 2y is true for all points".
    private static bool IsSaidToHold(Statement statement)
    {
        var words = statement.After.AsSpan();
        var end = words.IndexOfAny(s_formulas);
        words = end < 0 ? words : words[..end];
        return statement.Lexicon.After(PhraseRole.HoldsAlways, words) is var after and > 0 and < Beside
            && statement.Lexicon.Without(PhraseRole.HoldsAlways, words[..after].ToString()).Any(char.IsLetter);
    }

    // "for all x, y > 0": all its letters are named, so that no values of them can be meant.
    private static bool IsSaidOfAll(Statement statement, EquationFact law)
    {
        const int Near = 60;
        if (!IsSaidToHold(statement))
            return false;
        var rest = statement.After[statement.Lexicon.After(PhraseRole.HoldsAlways, statement.After)..];
        rest = rest.Length > Near ? rest[..Near] : rest;
        var named = rest.Split([' ', ',', '$', '\\', '(', ')', '.', '>']);
        return law.Symbols.All(name => named.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    private static bool LastWord(ReadOnlySpan<char> words, Lexicon lexicon)
    {
        for (var start = words.Length - 1; start >= 0; start--)
        {
            if ((start == 0 || !char.IsLetter(words[start - 1]))
                && lexicon.After(PhraseRole.Announced, words[start..]) == words.Length - start)
                return true;
        }

        return false;
    }

    private static bool IsLaw(Expression left, Expression right) =>
        ExpressionInspector.Symbols(left).SetEquals(ExpressionInspector.Symbols(right))
        && !ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).Any(node => node is FunctionValue or Collection
            or Quantity or Call { Operation: Operation.PlusMinus or Operation.Floor or Operation.Ceiling or Operation.Mod });

    // What else is said of its letters may make it true: the angles of a triangle, an equation between them, a value.
    private static bool MayBeUsed(StepContext context, EquationFact law)
    {
        if (context.Facts.Traits.HasTriangle && law.Symbols.Count > 1)
            return true;
        return context.EquationsBefore([.. law.Symbols], law.Statement)
            .Where(fact => fact.Symbols.IsSubsetOf(law.Symbols) && !fact.IsRewriting && fact.Key != law.Key && !GoesOn(fact))
            .Any(fact => law.Symbols.Count > 1 || !UnfoundedEquations.IsValue(fact)
                || context.Tools.Links.JudgeReading(With(law.Left, fact), With(law.Right, fact)).Verdict != Verdict.Fails);
    }

    // A later link of a chain of calculations is written anew, if badly, and no condition.
    private static bool GoesOn(EquationFact fact) => fact is { Link: > 0, Left: Call, Right: Call };

    private static Expression With(Expression side, EquationFact value) =>
        ExpressionRewriter.PutIn(side, ((Symbol)value.Left).Name, value.Right);
}
