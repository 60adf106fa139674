using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>Judges a comparison of two closed expressions.</summary>
internal static class ComparisonJudge
{
    public static Judgment Judge(Toolbox tools, string sign, Expression left, Expression right)
    {
        if (tools.Numeric.Compare(left, right) is not { } order)
            return Judgment.Unknown;
        var holds = sign switch
        {
            "<" => order < 0,
            ">" => order > 0,
            "≤" => order <= 0,
            "≥" => order >= 0,
            _ => order != 0,
        };
        var none = Evaluator.NoSymbols;
        return new Judgment(holds ? Verdict.Holds : Verdict.Fails, tools.Numeric.Evaluator.Evaluate(left, none),
            tools.Numeric.Evaluator.Evaluate(right, none));
    }
}
