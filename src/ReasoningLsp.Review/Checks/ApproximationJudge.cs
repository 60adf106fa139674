using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Checks;

/// <summary>Judges "a ≈ b": wrong only where the two are too far apart for any rounding or estimate.</summary>
internal static class ApproximationJudge
{
    private static readonly Rational s_farApart = new(1, 10);

    public static Judgment Judge(Toolbox tools, Statement statement, Member left, Member right, ParserOptions options)
    {
        var judgment = tools.Links.Judge(statement.Tokens, left, right, options);
        if (judgment.Verdict != Verdict.Fails)
            return judgment;
        if (judgment.Left is not { IsReal: true } a || judgment.Right is not { IsReal: true } b || Middle(tools, a) is not { } x || Middle(tools, b) is not { } y)
            return judgment with { Verdict = Verdict.Unknown };
        var size = Rational.Abs(x) > Rational.Abs(y) ? Rational.Abs(x) : Rational.Abs(y);
        var distance = Rational.Abs(x - y);
        var unit = ExpressionInspector.Literal(right.Expression!) is { } shown ? new Rational(1, System.Numerics.BigInteger.Pow(10, shown.Decimals)) : Rational.Zero;
        if (distance <= unit)
            return judgment with { Verdict = Verdict.HoldsRounded };
        return distance > size * s_farApart && ClaimGuard.IsAsserted(statement) ? judgment : judgment with { Verdict = Verdict.Unknown };
    }

    private static Rational? Middle(Toolbox tools, Value value) => value.Exact ?? value.Re.Range(tools.Numeric.Evaluator.Arithmetic)?.Midpoint;
}
