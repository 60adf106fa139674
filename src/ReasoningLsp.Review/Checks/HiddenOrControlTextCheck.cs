using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR603: a model's control tokens, or characters that nobody sees.</summary>
internal sealed class HiddenOrControlTextCheck : ITraceCheck
{
    public Rule Rule => RuleCatalog.HiddenOrControlText;

    public IEnumerable<TraceDraft> Check(TraceContext context) => TextAtJudge.Of(context, Rule);
}
