using ReasoningLsp.Review.Checks;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Rules;

namespace ReasoningLsp.Review.Guarding;

/// <summary>RR601, RR602, RR603: text aimed at the judge.</summary>
/// <param name="id">Which of them.</param>
internal sealed class TextAtJudgeCheck(string id) : ITraceCheck
{
    public Rule Rule { get; } = RuleCatalog.Find(id)!;

    public IEnumerable<TraceDraft> Check(TraceContext context) => JudgeGuard.Inspect(context.Trace)
        .Where(attack => attack.Rule == id && attack.Step is not null)
        .Select(attack => TraceContext.On(Rule, attack.Step!.Value, id == "RR601" ? context.FirstLine(attack.Step.Value) : attack.Span, attack.Message, Evidence.Of(("recognised", attack.Name))));
}
