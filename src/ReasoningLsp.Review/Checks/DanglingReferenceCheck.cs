using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR204: a step or an equation is referred to that does not exist.</summary>
internal sealed class DanglingReferenceCheck : ITraceCheck
{
    public Rule Rule => RuleCatalog.DanglingReference;

    public IEnumerable<TraceDraft> Check(TraceContext context) => Steps(context).Concat(Equations(context));

    // Only where the author numbers the steps as steps: "at step 50" may be of a game or an algorithm.
    private IEnumerable<TraceDraft> Steps(TraceContext context)
    {
        var steps = context.Trace.Steps;
        if (!steps.Any(step => step.Number is not null && step.Label is { } label
            && label.Contains("step", StringComparison.OrdinalIgnoreCase)) || context.Problem.Contains("step", StringComparison.Ordinal))
            yield break;
        var last = Math.Max(steps.Length, steps.Max(step => step.Number ?? 0));
        var numbers = steps.Select(step => step.Number).OfType<int>()
            .Concat(context.Results.SelectMany(result => result.Analysis.Marks.Headings)).ToHashSet();
        for (var i = 0; i < steps.Length; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach (var mention in context.Results[i].Analysis.Marks.Steps)
            {
                if (mention.Number > last && !numbers.Contains(mention.Number))
                    yield return Finding(steps[i], mention, $"There is no step {mention.Number}; the last is step {last}.",
                        $"{last} steps");
            }
        }
    }

    private IEnumerable<TraceDraft> Equations(TraceContext context)
    {
        var mentions = context.Trace.Steps.SelectMany(
            (step, i) => context.Results[i].Analysis.Marks.Equations.Select(mention => (Step: step, NumberMention: mention)));
        // A number that stands anywhere else may be the mark of the equation.
        foreach (var group in mentions.GroupBy(mention => mention.NumberMention.Number))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var shown = context.Results.Sum(
                result => result.Analysis.Marks.Numbers.GetValueOrDefault(group.Key))
                + (context.ProblemAnalysis?.Marks.Numbers.GetValueOrDefault(group.Key) ?? 0);
            if (shown > group.Count() || context.Trace.Steps.Any(step => step.Number == group.Key))
                continue;
            var (step, mention) = group.First();
            yield return Finding(step, mention, $"No equation is marked ({mention.Number}).",
                $"no other ({mention.Number}) and no tag in the trace");
        }
    }

    private TraceDraft Finding(Step step, NumberMention mention, string message, string known) =>
        TraceContext.On(Rule, step.Index, mention.Span, message, Evidence.Of(("reference", mention.Text), ("known", known)));
}
