using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Relations;

/// <summary>What is true once it is rounded, and hardly meant so: nobody vouches for it, and nobody calls it wrong.</summary>
internal static class DoubtfulRounding
{
    private const int FewestParts = 10;

    /// <summary>Why a verdict that rests on rounding is none; null where it stands.</summary>
    public static string? Of(string sign, Member left, Member right, Judgment judgment, IntervalArithmetic arithmetic) => judgment switch
    {
        { Verdict: Verdict.HoldsTruncated, Left: { } truth, Right: { } written } when IsUpwards(truth, written, arithmetic) =>
            "it is rounded up where the next digit would round it down",
        { Verdict: Verdict.HoldsTruncated } when sign == "≈" => "it is cut off where the next digit would round it up",
        { Verdict: Verdict.HoldsRounded } when sign == "=" && IsCoarse(left, right, judgment) =>
            "it is rounded to one digit, and written as if it were exact",
        _ => null,
    };

    // "7/3 = 2.34", "3.846 ≈ 3.9": nobody cuts off upwards, and who rounds up may have a reason.
    private static bool IsUpwards(Value truth, Value written, IntervalArithmetic arithmetic) => written.Exact is { } shown
        && (truth.Exact ?? truth.Re.Range(arithmetic)?.Midpoint) is { } value && Rational.Abs(shown) > Rational.Abs(value);

    // "0.3 · 0.2 = 0.1": a decimal changes a value of its own few digits by more than a tenth.
    private static bool IsCoarse(Member left, Member right, Judgment judgment) =>
        judgment.Left?.Exact is { IsZero: false } exact && judgment.Right?.Exact is { } written
        && ExpressionInspector.Literal(right.Expression!) is { Decimals: > 0 }
        && !ExpressionInspector.Nodes(left.Expression!).Any(node => node is Call { Operation: Operation.Divide })
        && Rational.Abs(exact - written) * FewestParts > Rational.Abs(exact);
}
