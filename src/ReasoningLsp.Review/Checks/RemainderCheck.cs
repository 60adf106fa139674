using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR106: a division's quotient and remainder do not give back the dividend.</summary>
internal sealed class RemainderCheck : ICheck
{
    public Rule Rule => RuleCatalog.FalseCongruence;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            if (link is not { Sign: "=", IsNumeric: true, LeftExpression: { } left, RightExpression: { } right }
                || Divisions.In(left) is not { } division
                    || ExpressionInspector.Literal(right) is not { Value: { IsInteger: true } quotient }
                || StatedRemainder.After(link.Statement) is not { Value: { } rest } remainder
                    || (link.Judgment.Holds && !remainder.IsBeside) || link.Index + 1 < link.Statement.Chain.Signs.Length
                        || !ClaimGuard.IsCalculated(link.Statement) || context.Facts.Traits.RedefinesNotation
                || Value(context, division.Arguments[0]) is not { Sign: > 0 } dividend
                    || Value(context, division.Arguments[1]) is not { Sign: > 0 } divisor || (divisor * quotient) + rest == dividend)
                continue;
            var whole = (dividend / divisor).Floor();
            var over = dividend - (divisor * whole);
            context.Report(new Draft(Rule, link.Span,
                $"{dividend} = {divisor}·{whole} + {over}, the step says quotient {quotient} and remainder {rest}.",
                Evidence.Of(("division", $"{dividend} ÷ {divisor} = {whole} remainder {over}"),
                ("stated", $"{divisor}·{quotient} + {rest} = {(divisor * quotient) + rest}"))));
        }
    }

    private static Rational? Value(StepContext context, Expression expression) =>
        context.Tools.Numeric.Evaluator.Evaluate(expression is Quantity quantity ? quantity.Value : expression, Evaluator.NoSymbols)?.Exact;
}
