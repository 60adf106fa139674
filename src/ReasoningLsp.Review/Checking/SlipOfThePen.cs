using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Checking;

/// <summary>Tells a slip of the pen from an error: the step goes on from the right value and not from the wrong one, so that nothing that
/// follows is wrong by it. A reader wants to know of it, and nobody has to repair more than one number.</summary>
internal static class SlipOfThePen
{
    // Fewer digits stand in a step for other reasons.
    private const int FewestDigits = 3;

    // Small numbers as well.
    private static readonly Rational s_leastTelling = 13;

    /// <summary>Whether a false <paramref name="link"/> is one.</summary>
    public static bool Is(JudgedLink link, StepContext context) =>
        Agree(link, link.Index, context.Tools) || Agree(link, link.Index - 1, context.Tools) || IsToldApart(link, context.Tools)
        || IsMended(link, context) || Mends(link, context) || IsLeftBehind(link, context) || IsSaidAnew(link, context);

    // The member after a false one equals the member before it, the link leading to the false one or away from it.
    private static bool Agree(JudgedLink link, int first, Toolbox tools)
    {
        var chain = link.Statement.Chain;
        if (first < 0 || first + 2 >= chain.Members.Length || chain.Signs[first] != "=" || chain.Signs[first + 1] != "="
            || chain.Members[first].Expression is not { } left || chain.Members[first + 2].Expression is not { } after)
            return false;
        return ExpressionInspector.IsClosed(left) && ExpressionInspector.IsClosed(after)
            ? tools.Links.JudgeReading(left, after) is var judgment
                && (judgment.Verdict == Verdict.Holds || (judgment.Holds && ExpressionInspector.Literal(after) is not { Decimals: 0 }))
            : tools.Identities.Compare(left, after).Agrees;
    }

    // "π/3 + 3/4 - 4 = (4π - 13)/12 ≠ -1": something was tried and is no solution, with the right value as with the wrong one.
    private static bool IsToldApart(JudgedLink link, Toolbox tools)
    {
        var chain = link.Statement.Chain;
        return chain.Signs is [.. var before, "≠"] && before.All(sign => sign is "=" or "≈")
            && chain.Members[0].Expression is { } first && chain.Members[^1].Expression is { } last
            && ExpressionInspector.IsClosed(first) && ExpressionInspector.IsClosed(last)
            && tools.Links.JudgeReading(first, last).Verdict == Verdict.Fails;
    }

    // "47.25 · 8.75 = 414.375, so √414.375 = 21√15/4": whatever is said of the wrong value is false of it and true of the right one.
    private static bool IsMended(JudgedLink link, StepContext context)
    {
        if (WrongValue(link) is not { } wrong)
            return false;
        var users = context.Links.Where(other => IsBehind(other, link) && !OnlyNames(other) && Uses(other, wrong)).ToList();
        return users.Count > 0 && users.TrueForAll(user => HoldsWith(user, wrong, link.LeftExpression!, context.Tools));
    }

    // "K = √414.375 = …": what is said of the value is said by the next link.
    private static bool OnlyNames(JudgedLink link) =>
        link is { LeftExpression: Symbol, Sign: "=" } && link.Index + 1 < link.Statement.Chain.Signs.Length;

    // The same from the other end: what is false here is the wrong value that was put in.
    private static bool Mends(JudgedLink link, StepContext context) => link.IsNumeric && context.Links.Any(earlier =>
        IsBehind(link, earlier) && WrongValue(earlier) is { } wrong && Uses(link, wrong) && IsMended(earlier, context));

    // "12 · 12 = 154, so 144 + 6 = 150": the next calculation is a right one with the right value, and nothing is done with the wrong one.
    private static bool IsLeftBehind(JudgedLink link, StepContext context)
    {
        if (link is not { IsNumeric: true, IsAnnotation: false, Sign: "=", Judgment: { Verdict: Verdict.Fails, Left.Exact: { } right } }
            || link.RightExpression is not { } said || ExpressionInspector.Literal(said) is not { } wrong
            || link.Index + 1 < link.Statement.Chain.Signs.Length || Rational.Abs(right) < s_leastTelling)
            return false;
        var later = context.Links.Where(other => other.Statement.Index > link.Statement.Index && !other.IsAnnotation).ToList();
        return later.Count > 0 && !later.Exists(other => Uses(other, wrong))
            && later[0] is { IsNumeric: true, Judgment.Verdict: Verdict.Holds, LeftExpression: Call calculation }
            && ExpressionInspector.Nodes(calculation).Any(node => node is NumberLiteral number && number.Value == right);
    }

    private static NumberLiteral? WrongValue(JudgedLink link) =>
        link is { IsNumeric: true, IsAnnotation: false, Sign: "=" or "≈", Judgment.Verdict: Verdict.Fails, RightExpression: { } right }
        && ExpressionInspector.Literal(right) is { } wrong && $"{wrong}".Count(char.IsAsciiDigit) >= FewestDigits ? wrong : null;

    private static bool IsBehind(JudgedLink other, JudgedLink link) => !other.IsAnnotation
        && (other.Statement.Index, other.Index).CompareTo((link.Statement.Index, link.Index)) > 0;

    private static bool Uses(JudgedLink link, NumberLiteral value) => new[] { link.LeftExpression, link.RightExpression }
        .Any(side => side is not null && ExpressionInspector.Nodes(side).Any(node => IsSame(node, value)));

    private static bool HoldsWith(JudgedLink link, NumberLiteral wrong, Expression right, Toolbox tools) =>
        link is { IsNumeric: true, Judgment.Verdict: Verdict.Fails, LeftExpression: { } before, RightExpression: { } after }
        && tools.Links.JudgeReading(With(before, wrong, right), With(after, wrong, right)).Verdict == Verdict.Holds;

    private static Expression With(Expression side, NumberLiteral wrong, Expression right) =>
        ExpressionRewriter.Rewrite(side, node => IsSame(node, wrong) ? right : null);

    private static bool IsSame(Expression node, NumberLiteral value) => node is NumberLiteral number && number.Value == value.Value;

    // "x⁴ + 2 + 1/x⁴ = (x² + 1/x²)² - 2. Since T = x² + 1/x², x⁴ + 1/x⁴ = T² - 2": another sentence says what the right side really is.
    private static bool IsSaidAnew(JudgedLink link, StepContext context)
    {
        if (link is not { IsNumeric: false, IsAnnotation: false, RightExpression: { } right })
            return false;
        return context.Links.Any(other => IsBehind(other, link) && other.Statement.Index > link.Statement.Index && other.Index == 0
            && other is { Sign: "=", IsNumeric: false, LeftExpression: { } before, RightExpression: { } after }
            && Defined(before, context) is var one && Defined(after, context) is var two
            && !one.Equals(two) && !one.Equals(right)
            && context.Tools.Identities.Compare(one, two).Agrees && context.Tools.Identities.Compare(two, right).Agrees);
    }

    // With what the letters of a definition stand for.
    private static Expression Defined(Expression side, StepContext context)
    {
        foreach (var name in ExpressionInspector.Symbols(side))
        {
            var definitions = context.Facts.EquationsOn([name]).Concat(context.Analysis.Equations)
                .Where(fact => fact.Left is Symbol symbol && symbol.Name == name && !ExpressionInspector.Symbols(fact.Right).Contains(name))
                .Select(fact => fact.Right).Distinct().ToList();
            if (definitions is [var only])
                side = ExpressionRewriter.PutIn(side, name, only);
        }

        return side;
    }
}
