using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Rules;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR106: a congruence is false.</summary>
internal sealed class FalseCongruenceCheck : ICheck
{
    public Rule Rule { get; } = RuleCatalog.Find("RR106")!;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            if (link is not { Sign: "≡", Judgment.Verdict: Verdict.Fails, LeftExpression: { } left, RightExpression: { } right } || !ClaimGuard.IsAsserted(link.Statement)
                || (ExpressionInspector.IsLiteral(left) && ExpressionInspector.IsLiteral(right) && link.Statement.Chain.Signs.Length == 1 && ClaimGuard.IsTried(link.Statement)))
                continue;
            var modulus = link.Statement.Chain.Modulus!;
            var (a, b) = (ValueText.Of(link.Judgment.Left), ValueText.Of(link.Judgment.Right));
            context.Report(new Draft(Rule, link.Span, $"{left} leaves {a} on division by {modulus}, {right} leaves {b}.", Evidence.Of(("left", $"{left} ≡ {a} (mod {modulus})"), ("right", $"{right} ≡ {b} (mod {modulus})"))));
        }
    }
}
