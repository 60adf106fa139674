using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR601, RR602, RR603: text aimed at the judge.</summary>
/// <param name="id">Which of them.</param>
internal sealed class TextAtJudgeCheck(string id) : ITraceCheck
{
    public Rule Rule { get; } = RuleCatalog.Find(id)!;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        if (id == "RR601")
        {
            var isContentFree = !context.Results.IsEmpty && context.Trace.FinalAnswer is null && context.Results.All(result => result.Analysis.Marks.IsContentFree);
            return isContentFree ? JudgeGuard.Inspect(context.Trace).Where(attack => attack.Rule == id).Select(attack => On(context, 0, context.FirstLine(0), attack)) : [];
        }

        return context.Results.SelectMany((result, step) => result.Analysis.Marks.AtJudge.Where(attack => attack.Rule == id).Select(attack => On(context, step, attack.Span, attack)));
    }

    private TraceDraft On(TraceContext context, int step, TextSpan span, JudgeAttack attack) =>
        TraceContext.On(Rule, context.Trace.Steps[step].Index, span, attack.Message, Evidence.Of(("recognised", attack.Name)));
}
