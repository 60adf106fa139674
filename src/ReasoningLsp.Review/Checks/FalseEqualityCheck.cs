using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Equations;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR101: a numeric equality or a link of a chain is false.</summary>
internal sealed class FalseEqualityCheck : ICheck
{
    public Rule Rule => RuleCatalog.FalseEquality;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            if (link.Sign is not ("=" or "≈") || !link.IsNumeric || link.Judgment.Verdict != Verdict.Fails
                || link.LeftExpression is not { } left || link.RightExpression is not { } right)
                continue;
            if (PercentSign.OccursIn(left) || PercentSign.OccursIn(right))
                continue;
            context.Report(EqualityDraft.Of(Rule, link, context));
        }

        RewrittenSide.Report(context, Rule, ofNumbers: true);
        NamedShares.Report(context, Rule);
        ValuePutIn.Report(context, Rule);
        AskedExpression.Report(context, Rule, ofNumbers: true);
    }
}
