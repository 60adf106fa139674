using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>"sin x = x - x³/3 + …": the terms shown are those of the function's series, or one is wrong.</summary>
internal static class SeriesHead
{
    /// <summary>Reports a link whose right side shows another coefficient.</summary>
    public static void Report(StepContext context, JudgedLink link, Rule rule)
    {
        if (link is not { Sign: "=", IsAnnotation: false, LeftExpression: { } left, RightExpression: { } right }
            || ((link.Left.Ambiguities | link.Right.Ambiguities) & ClaimRoles.Unsure) != 0 || !ClaimGuard.IsAsserted(link.Statement)
            || TaylorHead.Mistake(left, right, context.Tools.Numeric) is not var (power, coefficient, stated))
            return;
        var value = ValueText.Signed(context.Tools.Numeric.Evaluator.Evaluate(coefficient, Evaluator.NoSymbols));
        var term = power == 0 ? "the constant term" : $"the coefficient of the power {power}";
        context.Report(new Draft(rule, link.Span, $"In the series of {left} {term} is {value.TrimStart('=', ' ')}, the step says {stated}.",
            Evidence.Of(("function", $"{left}"), ("right", $"{term} {value}"), ("stated", $"{stated}"))));
    }
}
