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
    private static readonly Rational s_largestShare = 10;

    public static Draft Of(Rule rule, JudgedLink link, StepContext context)
    {
        var (left, right) = link.Judgment.Parts ?? (link.LeftExpression!, link.RightExpression!);
        var leftText = context.Quote(TextSpan.FromBounds(link.Left.Start, link.Left.End)).Trim();
        var rightText = context.Quote(TextSpan.FromBounds(link.Right.Start, link.Right.End)).Trim();
        var a = ValueText.Signed(link.Judgment.Left);
        var b = ValueText.Signed(link.Judgment.Right);
        var message = ExpressionInspector.IsLiteral(right)
            ? $"{left} {a}, the step says {right}."
            : $"{left} {a}, but {right} {b}.";
        return new Draft(rule, new TextSpan(link.Right.Start, link.Right.Length), message, Evidence.Of(("statement", $"{leftText} {link.Sign} {rightText}"), ("left", $"{left} {a}"), ("right", $"{right} {b}")), link.Judgment.Parts is null ? Repair(link, right) : null)
        {
            // Sides that agree to three digits: a slip in the last ones, which a reader may let pass.
            Severity = IsSlip(link.Judgment) || ChainRecovery.Recovers(link, context.Tools) ? Severity.Information : null,
        };
    }

    private static bool IsSlip(Judgment judgment)
    {
        if (judgment.Left?.Exact is not { IsZero: false } a || judgment.Right?.Exact is not { } b)
            return false;
        return Rational.Abs(a - b) < Rational.Abs(a) * s_slip;
    }

    private static TextEdit? Repair(JudgedLink link, Expression right)
    {
        if (ExpressionInspector.Literal(right) is not { } shown || link.Judgment.Left is not { IsReal: true } value || link.IsAnnotation)
            return null;
        var number = NumberToken.In(link);
        if (number is not { } place)
            return null;
        var target = !PercentSign.OccursIn(right) || IsLabelled(value) ? value : Times(value, 100);
        return ValueText.Literal(target, shown.Decimals, place.Text) is { } text && !text.StartsWith('-') ? new TextEdit(new TextSpan(place.Start, place.Length), text) : null;
    }

    // "100 - 60 = 4%": the sign says what the number is, since no share is forty-fold.
    private static bool IsLabelled(Value value) => value.Exact is { } exact && exact > s_largestShare;

    private static Value Times(Value value, int factor) => value.Exact is { } exact ? Value.Of(exact * factor) : value;
}
