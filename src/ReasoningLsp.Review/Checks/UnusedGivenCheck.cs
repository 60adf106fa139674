using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Explaining;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Givens;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR206: a solution comes to its answer without an amount that the problem gives.</summary>
internal sealed class UnusedGivenCheck : ITraceCheck
{
    private const int MostSteps = 40;

    // Small numbers count what is meant anyway: "both", "each of the three".
    private static readonly Rational s_small = 3, s_firstYear = 1500, s_lastYear = 2100;

    public Rule Rule => RuleCatalog.UnusedGiven;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        var last = context.Results.Length - 1;
        if (context.ProblemAnalysis is not { } problem || !WordProblem.Is(problem) || last is < 1 or >= MostSteps
            || context.Results.Any(result => result.Analysis.Lexicon.HasUnknown)
            || !context.Results.Any(result => result.Links.Any(link => link.IsNumeric)))
            yield break;
        var written = new NumberPool();
        foreach (var result in context.Results)
            written.Add(result.Analysis);
        // Nearly every solution writes all of them, and what they count need not be read then.
        if (problem.Tokens.All(token => token.Kind != TokenKind.Number || written.HasForm(token.Value)))
            yield break;
        var givens = GivenAmounts.In(problem);
        foreach (var (value, isShare, text, _) in givens)
        {
            if (char.IsLetter(text[0]) || value <= s_small && !isShare || IsYear(value) || written.HasForm(value)
                || givens.Any(other => IsResult(value + other.Value) || IsResult(value - other.Value) || IsResult(value * other.Value)))
                continue;
            yield return TraceContext.On(Rule, last, context.FirstLine(last), $"\"{text}\" of the problem is used in no step.",
                Evidence.Of(("given", text))) with
            { IsWhole = true };
        }

        // Worked out in the head: 10 - 1 = 9. That 2 · 45 is 90 says nothing where 90 is given too.
        bool IsResult(Rational made) => written.Has(made) && givens.All(given => given.Value != made);
    }

    private static bool IsYear(Rational value) => value.IsInteger && value > s_firstYear && value < s_lastYear;
}
