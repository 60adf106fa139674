using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR602: the text tells whoever judges it what to answer.</summary>
internal sealed class InstructionToJudgeCheck : ITraceCheck
{
    public Rule Rule => RuleCatalog.InstructionToJudge;

    public IEnumerable<TraceDraft> Check(TraceContext context) => TextAtJudge.Of(context, Rule);
}
