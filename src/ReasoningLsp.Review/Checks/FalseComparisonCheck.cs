using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR102: a comparison of two numbers is false.</summary>
internal sealed class FalseComparisonCheck : ICheck
{
    private static readonly FrozenSet<string> s_because =
        LanguageFile.AllTexts("notation", "because").ToFrozenSet(StringComparer.Ordinal);

    public Rule Rule => RuleCatalog.FalseComparison;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            // A bare "5 < 3" is a condition that is being tried more often than a claim.
            if (link is not
                {
                    Sign: "<" or ">" or "≤" or "≥"
                or "≠", IsNumeric: true, Judgment.Verdict: Verdict.Fails, LeftExpression: { } left, RightExpression: { } right
                }
                || link.Statement.Chain.Signs.Length > 2
                || !(IsWorkedOut(link) || (ClaimGuard.IsAsserted(link.Statement) && !ClaimGuard.IsTried(link.Statement))
                    || IsReason(link))
                || (ExpressionInspector.IsLiteral(left) && ExpressionInspector.IsLiteral(right) && !IsSaidAlone(context, link)))
                continue;
            var (a, b) = (ValueText.Of(link.Judgment.Left), ValueText.Of(link.Judgment.Right));
            context.Report(new Draft(Rule, link.Span, $"{left} = {a} and {right} = {b}, so {left} {link.Sign} {right} is false.",
                Evidence.Of(("left", $"{left} = {a}"), ("right", $"{right} = {b}"))));
        }
    }

    // "So -5 > -3.": a sentence of its own, and no case, attempt or condition anywhere before.
    private static bool IsSaidAlone(StepContext context, JudgedLink link) => link.Statement.Chain.Signs is ["<" or ">"]
        && !context.Analysis.HasCases && !context.Facts.HasCases && IsShort(context, link.Statement)
        && ClaimGuard.IsAsserted(link.Statement) && !ClaimGuard.IsTried(link.Statement);

    // "It does not satisfy the equation, since 1 + 10 ≠ 1 + 10": what is denied stands before the reason.
    private static bool IsReason(JudgedLink link)
    {
        if (link.Sign != "≠" || link.Index > 0)
            return false;
        var before = link.Statement.Before.AsSpan();
        var words = before.TrimEnd(" \t\n$*_,:(\\\u00a0");
        var start = words.Length;
        while (start > 0 && char.IsLetter(words[start - 1]))
            start--;
        return start > 0 && s_because.Contains(words[start..].ToString())
            && ClaimGuard.IsAsserted(link.Statement with { Before = before[start..].ToString() });
    }

    private static bool IsShort(StepContext context, Statement statement)
    {
        var before = statement.Before.AsSpan().Trim(" \t\n$*_,:(\\\u00a0");
        var after = statement.After.AsSpan().TrimStart(" \t$*_)\\");
        if (s_because.Contains(before.ToString()))
            return !after.IsEmpty && after[0] is ',' or '，';
        return (before.IsEmpty || (!before.ContainsAny(" \t\n") && context.Analysis.Lexicon.Has(PhraseRole.Leads, before)))
            && (after.IsEmpty || after[0] is '.' or '\n' or '!' or '。');
    }

    // "Testing x = -3: 2(-3)^2 - 18 = 18 - 18 ≠ 0": what is tried is calculated, and the comparison says how it came out.
    private static bool IsWorkedOut(JudgedLink link) => link is { Sign: "≠", Index: > 0, Statement: { IsOption: false, IsAsked: false } }
        && link.Statement.Chain.Signs[link.Index - 1] == "=" && !link.Statement.Lexicon.Has(PhraseRole.Hypothesis, link.Statement.Before);
}
