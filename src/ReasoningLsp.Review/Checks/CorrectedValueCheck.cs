using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR003: a step uses a value that was corrected where it was calculated.</summary>
internal static class CorrectedValueCheck
{
    public static Rule Rule => RuleCatalog.CorrectedValue;

    /// <summary>The later uses of a value that <paramref name="mended"/> took away; none where the problem gives it, an earlier step
    /// writes it, or it is calculated anew.</summary>
    public static IEnumerable<Finding> Of(TraceReview review, MendedValue mended, ReviewOptions options)
    {
        var steps = review.Trace.Steps;
        var at = steps.TakeWhile(step => StepHash.Of(step.Text.Text) != mended.Step).Count();
        if (at >= steps.Length || review.Snapshot is not { } snapshot || options.SeverityOf(Rule) is not { } severity
            || !Rational.TryParseDecimal(mended.Was.Replace(",", string.Empty, StringComparison.Ordinal), out var was)
            || Writes(snapshot.Problem?.Tokens, was) || snapshot.Steps.Take(at + 1).Any(result => Writes(result.Analysis.Tokens, was)))
            yield break;
        for (var index = at + 1; index < steps.Length; index++)
        {
            var results = snapshot.Steps[index].Links.Where(IsProven).Select(NumberToken.In).OfType<Token>()
                .Where(token => token.Value == was).Select(token => token.Start).ToHashSet();
            var tokens = snapshot.Steps[index].Analysis.Tokens;
            foreach (var token in tokens.Where(token => token.Kind == TokenKind.Number && token.Value == was))
            {
                if (results.Contains(token.Start))
                    yield break;
                yield return At(steps[index], token, mended, at, severity);
            }
        }
    }

    private static bool Writes(IEnumerable<Token>? tokens, Rational value) =>
        tokens?.Any(token => token.Kind == TokenKind.Number && token.Value == value) == true;

    private static bool IsProven(JudgedLink link) => link is { Sign: "=", IsNumeric: true, Judgment.Verdict: Verdict.Holds };

    private static Finding At(Step step, Token token, MendedValue mended, int corrected, Severity severity)
    {
        var span = step.Text.ToOriginal(new TextSpan(token.Start, token.Length));
        var written = step.Text.Text.Substring(token.Start, token.Length);
        Fix[] fixes = written == mended.Was
            ? [new Fix($"Replace {mended.Was} by {mended.Is}", FixKind.Exact, [new TextEdit(span, mended.Is)])] : [];
        var message = $"This uses {written}, which was corrected to {mended.Is} in step {corrected + 1}.";
        return new Finding(Rule, severity, step.Index, message, span, Evidence.Of(("was", mended.Was), ("is", mended.Is)), [.. fixes], []);
    }
}
