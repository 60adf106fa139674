using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR108: a percentage does not equal the value it is said to be.</summary>
internal sealed class WrongPercentageCheck : ICheck
{
    public Rule Rule => RuleCatalog.WrongPercentage;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            if (link is
                {
                    Sign: "=" or "≈", IsNumeric: true, Judgment.Verdict: Verdict.Fails, LeftExpression: { } left,
                    RightExpression: { } right
                }
                && (PercentSign.OccursIn(left) || PercentSign.OccursIn(right)))
                context.Report(EqualityDraft.Of(Rule, link, context));
        }
    }
}
