using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR202: a step repeats an earlier one word for word.</summary>
internal sealed class RepeatedStepCheck : ITraceCheck
{
    // Shorter steps ("So x = 3.") are repeated for good reasons.
    private const int Shortest = 40;

    public Rule Rule => RuleCatalog.RepeatedStep;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < context.Trace.Steps.Length; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var analysis = context.Results[i].Analysis;
            if (analysis.Text.Length < Shortest)
                continue;
            var text = analysis.Marks.Collapsed;
            if (text.Length < Shortest || seen.TryAdd(text, i))
                continue;
            var earlier = context.Trace.Steps[seen[text]];
            var name = earlier.Label is { Length: > 0 } label ? label.TrimEnd(':', '.', ' ', '*') : $"step {earlier.Index + 1}";
            var draft = TraceContext.On(Rule, i, context.FirstLine(i), $"The step repeats {name} word for word.",
                Evidence.Of(("earlier", name)));
            yield return draft with
            {
                Draft = draft.Draft with
                {
                    RelatedElsewhere = [new RelatedLocation("The same text stands here.",
                earlier.Text.Whole)]
                }
            };
        }
    }
}
