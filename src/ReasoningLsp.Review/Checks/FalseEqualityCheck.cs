using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Rules;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR101: a numeric equality or a link of a chain is false.</summary>
internal sealed class FalseEqualityCheck : ICheck
{
    public Rule Rule { get; } = RuleCatalog.Find("RR101")!;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            if (link.Sign is not ("=" or "≈") || !link.IsNumeric || link.Judgment.Verdict != Verdict.Fails || link.LeftExpression is not { } left || link.RightExpression is not { } right)
                continue;
            if (HasPercent(left) || HasPercent(right))
                continue;
            context.Report(EqualityDraft.Of(Rule, link, context));
        }
    }

    /// <summary>Whether a percentage is part of the relation, which RR108 speaks of.</summary>
    public static bool HasPercent(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node is Call { Operation: Operation.Percent });
}
