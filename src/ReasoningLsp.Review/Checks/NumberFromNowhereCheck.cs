using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Givens;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR207: a calculation takes a number that neither the problem gives nor an earlier line names, nor is made of those.</summary>
internal sealed class NumberFromNowhereCheck : ITraceCheck
{
    private const int MostSteps = 40, LeastGivens = 2;

    public Rule Rule => RuleCatalog.NumberFromNowhere;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        if (context.ProblemAnalysis is not { } problem || !WordProblem.Is(problem) || context.Results.Length > MostSteps)
            yield break;
        var pool = new NumberPool();
        pool.Add(problem);
        if (!pool.HasAtLeast(LeastGivens))
            yield break;
        for (var step = 0; step < context.Results.Length; step++)
        {
            var result = context.Results[step];
            // Letters stand for numbers that are worked out unseen.
            if (result.Analysis.Lexicon.HasUnknown || !result.Analysis.Equations.IsEmpty)
                yield break;
            var told = 0;
            foreach (var (link, number) in Operands(result))
            {
                pool.Add(result.Analysis, told, number.Start);
                told = number.Start;
                if (pool.Reaches(number.Value))
                    continue;
                yield return TraceContext.On(Rule, step, new(number.Start, number.Length),
                    $"{number.Text} is neither in the problem nor found before.",
                    Evidence.Of(("number", number.Text), ("in", result.Analysis.Text[link.Span.Start..link.Span.End])));
                yield break;
            }

            pool.Add(result.Analysis, told, int.MaxValue);
        }
    }

    // The numbers of a calculation's first side, where that is more than a number.
    private static IEnumerable<(JudgedLink Link, Token Number)> Operands(StepResult result)
    {
        foreach (var link in result.Links)
        {
            if (link is not { Index: 0, IsNumeric: true, IsAnnotation: false, Sign: "=" or "≈", LeftExpression: Call calculation })
                continue;
            // \frac49 is written as one number and read as two.
            var read = ExpressionInspector.Nodes(calculation).OfType<NumberLiteral>().Select(number => number.Value).ToHashSet();
            foreach (var token in result.Analysis.Tokens)
            {
                if (token is { Kind: TokenKind.Number, Nested: false } && token.Start >= link.Left.Start && token.End <= link.Right.Start
                    && read.Contains(token.Value))
                    yield return (link, token);
            }
        }
    }
}
