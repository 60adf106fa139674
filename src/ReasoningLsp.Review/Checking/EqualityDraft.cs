using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>The finding for a false numeric equality: both values, and the right one in place of the wrong.</summary>
internal static class EqualityDraft
{
    private static readonly Rational s_slip = new(1, 2000);
    private static readonly Rational s_float = Rational.PowerOfTen(-12);
    private static readonly Rational s_largestShare = 10;

    public static Draft Of(Rule rule, JudgedLink link, StepContext context)
    {
        link = OfAmount(link, context);
        var (left, right) = link.Judgment.Parts ?? (link.LeftExpression!, link.RightExpression!);
        var leftText = context.Quote(TextSpan.FromBounds(link.Left.Start, link.Left.End)).Trim();
        var rightText = context.Quote(TextSpan.FromBounds(link.Right.Start, link.Right.End)).Trim();
        var unit = link.Judgment.Unit ?? string.Empty;
        var a = IsSharePercent(left, right) && link.Judgment.Left is { } share ? $"= {ValueText.Of(Times(share, 100))}%"
            : ValueText.Signed(link.Judgment.Left, unit);
        var b = ValueText.Signed(link.Judgment.Right, unit);
        var message = ExpressionInspector.IsLiteral(right)
            ? $"{Evaluated(Shown(left, leftText, link.Judgment), a)}, the step says {right}."
            : $"{Evaluated(left.ToString(), a)}, but {Evaluated(right.ToString(), b)}.";
        (string Name, string Text)[] told = [("statement", $"{leftText} {link.Sign} {rightText}"),
            ("left", Evaluated(left.ToString(), a)),
            ("right", unit.Length == 0 && ExpressionInspector.IsLiteral(right) ? $"{right}" : Evaluated(right.ToString(), b))];
        var evidence = unit.Length == 0 ? Evidence.Of(told) : Evidence.Of([.. told, ("reading", $"amounts, compared in {unit}")]);
        return new Draft(rule, new TextSpan(link.Right.Start, link.Right.Length), message, evidence,
            link.Judgment.Parts is null ? Repair(link, right, context) : null)
        {
            // Sides that agree to three digits: a slip in the last ones, which a reader may let pass.
            Severity = IsSlip(link.Judgment, left, right) || SlipOfThePen.Is(link, context) ? Severity.Information : null,
        };
    }

    // "0.35 = 3.5%"
    private static bool IsSharePercent(Expression left, Expression right) =>
        ExpressionInspector.IsLiteral(left) && PercentSign.OccursIn(right) && !PercentSign.OccursIn(left);

    // "48/577 ≈ 0.083189", and not "48/577 = 48/577 ≈ …".
    private static string Evaluated(string side, string value) =>
        value == $"= {side}" || value.StartsWith($"= {side} ", StringComparison.Ordinal) ? value[2..] : $"{side} {value}";

    // "6.4e5 = 64000" and an entry of a matrix: the value by itself would say nothing.
    private static string Shown(Expression left, string leftText, Judgment judgment) =>
        !ExpressionInspector.IsLiteral(left) ? left.ToString() : judgment.Parts is null ? leftText : "One of its parts";

    // "64 € + 10 %": people mean ten percent of the amount, so its value is that which is told and written.
    private static JudgedLink OfAmount(JudgedLink link, StepContext context) =>
        link.LeftExpression is Call { Operation: Operation.Add, Arguments: [var amount, ..] } sum && !PercentSign.OccursIn(amount)
        && ExpressionRewriter.PercentOfTotal(sum) is { } total
        && context.Tools.Links.JudgeReading(total, link.RightExpression!) is { Verdict: Verdict.Fails } judgment
            ? link with { Judgment = judgment } : link;

    private static bool IsSlip(Judgment judgment, Expression left, Expression right)
    {
        if (judgment.Left?.Exact is not { IsZero: false } a || judgment.Right?.Exact is not { } b)
            return false;
        // "0.1 + 0.2 = 0.30000000000000004": as computers calculate.
        var isFloat = Rational.Abs(a - b) < Rational.Abs(a) * s_float;
        if (!isFloat && (IsCalculatedInFull(left, right, a, b) || IsShownExactly(left, right, a, b)))
            return false;
        return Rational.Abs(a - b) < Rational.Abs(a) * s_slip;
    }

    // "£25.51 + £11.13 = £36.65": the true sum of what is written has no more digits than are shown, so that nothing was rounded.
    private static bool IsShownExactly(Expression left, Expression right, Rational a, Rational b) =>
        ExpressionInspector.Literal(right) is { Value.IsZero: false } shown
        && ExpressionInspector.Nodes(left).All(node => node is NumberLiteral or Quantity
            or Call { Operation: Operation.Add or Operation.Negate })
        && ExpressionInspector.Nodes(left).Any(node => node is NumberLiteral { Decimals: > 0 })
        && (a * shown.Value / b * Rational.PowerOfTen(shown.Decimals)).IsInteger && shown.Decimals > 1;

    // "49,994 + 20,006 = 69,999", "5^5 = 3124": whole numbers with every digit shown; zeros at the end may stand for a rounding.
    private static bool IsCalculatedInFull(Expression left, Expression right, Rational a, Rational b)
    {
        // "2 kJ - 300 J = 1700.5 J": more digits than the true value has are no rounding of it.
        if (ExpressionInspector.Literal(right) is { Decimals: > 0 } shown && ExpressionInspector.Nodes(left).All(IsSum)
            && !shown.Value.IsZero && (a * shown.Value / b * Rational.PowerOfTen(shown.Decimals - 1)).IsInteger)
            return true;
        // "104/11 = 9.458": digits of a quotient of whole numbers.
        if (ExpressionInspector.Literal(right) is { Decimals: > 0 }
            && ExpressionInspector.Nodes(left).All(node => node is NumberLiteral { Value.IsInteger: true, Decimals: 0 } or Quantity
                or Call { Operation: Operation.Add or Operation.Negate or Operation.Multiply or Operation.Divide }))
            return true;
        if (!ExpressionInspector.IsLiteral(right) || !a.IsInteger || !b.IsInteger
            || !ExpressionInspector.Nodes(left)
                .All(node => node is NumberLiteral { Value.IsInteger: true } or Quantity or Symbol
                or Call
                {
                    Operation: Operation.Add or Operation.Negate or Operation.Multiply or Operation.Divide or Operation.Power
                    or Operation.Factorial
                or Operation.Gcd or Operation.Lcm or Operation.Binomial or Operation.Permutations or Operation.SumOver
                    or Operation.ProductOver
                or Operation.ContinuedSum or Operation.ContinuedProduct or Operation.Mod
                }))
            return false;
        var place = Rational.One;
        while (!b.IsZero && (b / (place * 10)).IsInteger)
            place *= 10;
        return place < 100 || Rational.Abs(a - b) * 2 > place;
    }

    private static bool IsSum(Expression node) => node is NumberLiteral or Quantity
        or Call { Operation: Operation.Add or Operation.Negate or Operation.Multiply };

    private static TextEdit? Repair(JudgedLink link, Expression right, StepContext context)
    {
        if (link.Judgment.Left is not { IsReal: true } value || link.IsAnnotation || FollowsFalsehood(link, context))
            return null;
        if (ExpressionInspector.Literal(right) is not { } shown || NumberToken.In(link) is not { } place)
            return FormRepair.Of(link, context);
        var target = !PercentSign.OccursIn(right) || IsLabelled(value) ? value : Times(value, 100);
        var span = new TextSpan(place.Start, place.Length);
        var decimals = Decimals(link, shown, target);
        return ValueText.Literal(target, decimals, context.Quote(span), context.Analysis.Lexing) is { } text && !text.StartsWith('-')
            ? RepairProof.Proven(context, link, new TextEdit(span, text)) : null;
    }

    // "0.3 · 0.2 = 0.6" becomes 0.06: a short value is written in full; money has hundredths.
    private static int Decimals(JudgedLink link, NumberLiteral shown, Value target)
    {
        const int MostAdded = 3;
        if (link.Sign != "=" || target.Exact is not { } exact || link.RightExpression is Quantity { Unit: "$" or "€" or "£" })
            return shown.Decimals;
        for (var decimals = PercentSign.OccursIn(link.RightExpression!) ? 0 : shown.Decimals; decimals <= shown.Decimals + MostAdded;
            decimals++)
        {
            if ((exact * Rational.PowerOfTen(decimals)).IsInteger)
                return decimals;
        }

        return shown.Decimals;
    }

    // "49 · 405 · 230 = 20145 · 230 = 4632350": a value for the last would be got from the false one before it.
    private static bool FollowsFalsehood(JudgedLink link, StepContext context) =>
        context.Links.Any(other => other.Statement == link.Statement && other.IsAnnotation == link.IsAnnotation
            && other.Index < link.Index && other.Judgment.Verdict == Verdict.Fails);

    // "100 - 60 = 4%": the sign says what the number is, since no share is forty-fold.
    private static bool IsLabelled(Value value) => value.Exact is { } exact && exact > s_largestShare;

    private static Value Times(Value value, int factor) => value.Exact is { } exact ? Value.Of(exact * factor) : value;
}
