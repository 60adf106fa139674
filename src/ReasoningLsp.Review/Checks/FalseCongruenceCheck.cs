using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR106: a congruence is false or has no solution in common with the one it is said to follow from, or a division leaves another
/// remainder.</summary>
internal sealed class FalseCongruenceCheck : ICheck
{
    public Rule Rule => RuleCatalog.FalseCongruence;

    private static readonly PhraseSet s_conclusions = new("\\implies", "\\rightarrow", "\\longrightarrow", "⇒", "⟹", "=>", "→", "\\iff",
        "so", "thus", "hence", "therefore", "gives", "get", "becomes", "simplif*", "reduc*", "which is", "means", "yields", "implies",
        "subtract*", "add*", "multiply*", "multiplying", "divid*");

    // "(mod 5)" belongs to the congruence before.
    private static readonly LinearRegex s_modulus = new(@"^[\s,]*\(?mod [^(),;.\n]{1,20}\)?");

    public void Check(StepContext context)
    {
        CheckLinks(context);
        CheckDerivations(context);
        CheckRemainders(context);
    }

    private void CheckDerivations(StepContext context)
    {
        var statements = context.Analysis.Statements;
        for (var i = 1; i < statements.Length; i++)
        {
            var (first, second) = (statements[i - 1], statements[i]);
            if (!s_conclusions.OccursIn(second.Bridge)
                || !DerivationBridge.Derives(s_modulus.Replace(second.Bridge, string.Empty), second.Lexicon)
                || !ClaimGuard.IsAsserted(first) || !ClaimGuard.IsAsserted(second))
                continue;
            if (CongruencePair.Compare(first, second, context.Tools, context.CancellationToken) is not { } why)
                continue;
            var (a, b) = (CongruencePair.Write(first), CongruencePair.Write(second));
            context.Report(new Draft(Rule, TextSpan.FromBounds(second.Chain.Start, second.Chain.End),
                $"{b} does not follow from {a}: {why}.", Evidence.Of(("first", a), ("second", b), ("why", why)), null,
                new RelatedLocation("the congruence it is said to follow from", TextSpan.FromBounds(first.Chain.Start, first.Chain.End))));
        }
    }

    private void CheckLinks(StepContext context)
    {
        foreach (var link in context.Links)
        {
            if (link is not { Sign: "≡", Judgment.Verdict: Verdict.Fails, LeftExpression: { } left, RightExpression: { } right }
                || !ClaimGuard.IsAsserted(link.Statement)
                || (ExpressionInspector.IsLiteral(left) && ExpressionInspector.IsLiteral(right) && link.Statement.Chain.Signs.Length == 1
                    && ClaimGuard.IsTried(link.Statement)))
                continue;
            var modulus = link.Statement.Chain.Modulus!;
            var (a, b) = (ValueText.Of(link.Judgment.Left), ValueText.Of(link.Judgment.Right));
            context.Report(new Draft(Rule, link.Span, $"{left} leaves {a} on division by {modulus}, {right} leaves {b}.",
                Evidence.Of(("left", $"{left} ≡ {a} (mod {modulus})"), ("right", $"{right} ≡ {b} (mod {modulus})"))));
        }
    }

    // "17 ÷ 5 = 3 remainder 1": quotient and remainder do not give back the dividend.
    private void CheckRemainders(StepContext context)
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
