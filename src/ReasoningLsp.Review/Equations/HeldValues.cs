using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>"With y = √5 + 1, y² = 6 + 2√5. So y² - 1 = 2 + 2√5": a step that calculates with the value of a letter, as an equation
/// shows, means that value in its other equations too.</summary>
internal static class HeldValues
{
    private const int MostLetters = 2, MostFacts = 40;

    /// <summary>Reports under <paramref name="rule"/> the equations that come out otherwise.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        var equations = context.Links.Where(IsEquation).ToList();
        if (equations.Count == 0 || context.Facts.Traits is { HasOtherLaws: true } or { HasOtherBase: true }
            or { HasSpecialNumbers: true } or { HasVectors: true }
            or { IsCongruent: true } or { RedefinesNotation: true } || context.Analysis.HasCases || context.Facts.HasCases
            || context.Analysis.Statements.Any(statement => BeginsBehindDash(context.Analysis.Text, statement)))
            return;
        var shown = new List<JudgedLink>();
        foreach (var link in equations)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var (left, right) = (link.LeftExpression!, link.RightExpression!);
            var letters = ExpressionInspector.Symbols(left, right);
            if (letters.Count is 0 or > MostLetters || Known(context, link, letters) is not { } known)
                continue;
            var used = new HashSet<string>(StringComparer.Ordinal);
            var (a, b) = (known.PutInto(left, used), known.PutInto(right, used));
            if (!ExpressionInspector.IsClosed(a) || !ExpressionInspector.IsClosed(b))
                continue;
            var judgment = context.Tools.Links.JudgeReading(a, b);
            if (judgment.Verdict == Verdict.Holds)
                shown.Add(link);
            else if (judgment.Verdict == Verdict.Fails && context.Tools.Links.JudgeReading(b, a).Verdict == Verdict.Fails
                && MayRefute(context, link) && shown.Exists(other => Shows(other, letters)))
                Report(context, rule, link, known.Written(used), judgment, a, b);
        }
    }

    // "38 – x = 32": a dash may part words, or be a minus that was not read.
    private static bool BeginsBehindDash(string text, Statement statement) =>
        text.AsSpan(0, Math.Clamp(statement.Chain.Start, 0, text.Length)).TrimEnd(" \t\u00a0$(\\") is [.., '-' or '–' or '—' or '−'];

    private static bool IsEquation(JudgedLink link) => link is
    {
        IsAnnotation: false, IsNumeric: false, LeftExpression: not (null or Symbol), RightExpression: not (null or Symbol), Sign: "="
    } && ExpressionInspector.Nodes(link.LeftExpression).Concat(ExpressionInspector.Nodes(link.RightExpression))
        .All(node => node is Symbol or NumberLiteral { Decimals: 0 } or Call
        {
            Operation: not (Operation.PlusMinus or Operation.Percent or Operation.Degrees)
        });

    // Equations that the values do not satisfy make it unsure which value is meant.
    private static KnownValues? Known(StepContext context, JudgedLink link, HashSet<string> letters)
    {
        var earlier = context.Analysis.Equations.Where(fact => fact.Statement < link.Statement.Index).ToList();
        ImmutableArray<EquationFact> all = [.. context.Facts.EquationsOn(letters).Concat(earlier)
            .Where(fact => fact.Symbols.Overlaps(letters)).TakeLast(MostFacts)];
        var known = KnownValues.Of(all, [], context.Tools);
        return all.Any(known.IsOneOfSeveral) || all.Any(fact => !Satisfies(context, known, fact)) ? null : known;
    }

    private static bool Satisfies(StepContext context, KnownValues known, EquationFact fact)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var (a, b) = (known.PutInto(fact.Left, used), known.PutInto(fact.Right, used));
        return ExpressionInspector.IsClosed(a) && ExpressionInspector.IsClosed(b)
            && context.Tools.Links.JudgeReading(a, b).Verdict == Verdict.Holds;
    }

    private static bool MayRefute(StepContext context, JudgedLink link) =>
        ClaimGuard.IsAsserted(link.Statement) && !ClaimGuard.IsTried(link.Statement) && ClaimGuard.IsCalculated(link.Statement)
        && !link.Statement.Has(ClaimRoles.Unsure) && !link.Statement.Has(UnfoundedEquations.Unsure) && context.LeftOf(link) is not null
        && !Contradictions.Follow(context.Analysis.Text, link.Statement);

    private static bool Shows(JudgedLink other, HashSet<string> letters) =>
        letters.IsSubsetOf(ExpressionInspector.Symbols(other.LeftExpression!, other.RightExpression!));

    private static void Report(StepContext context, Rule rule, JudgedLink link, string values, Judgment judgment, Expression a,
        Expression b)
    {
        var said = $"{link.LeftExpression} = {link.RightExpression}";
        var sides = $"{a} {ValueText.Signed(judgment.Left, string.Empty)}, {b} {ValueText.Signed(judgment.Right, string.Empty)}";
        context.Report(new Draft(rule, link.Span, $"{said} does not hold with {values}: {sides}.",
            Evidence.Of(("statement", said), ("with", values), ("sides", sides))));
    }
}
