using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Guarding;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR601: the solution consists of words that say nothing, such as "Thought process:".</summary>
internal sealed class ContentFreeCheck : ITraceCheck
{
    public Rule Rule => RuleCatalog.ContentFree;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        if (context.Results.IsEmpty || context.Trace.FinalAnswer is not null)
            return [];
        if (!context.Results.All(result => result.Analysis.Marks.IsContentFree))
            return [];
        return JudgeGuard.Inspect(context.Trace).Where(attack => attack.Rule == Rule)
            .Select(attack => TextAtJudge.Draft(context, 0, context.FirstLine(0), attack));
    }
}
