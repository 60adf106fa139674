using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>What was recognised in a step as aimed at whoever judges it.</summary>
internal static class TextAtJudge
{
    /// <summary>A draft for everything that <paramref name="rule"/> speaks of.</summary>
    public static IEnumerable<TraceDraft> Of(TraceContext context, Rule rule) => context.Results.SelectMany((result, step) =>
        result.Analysis.Marks.AtJudge.Where(attack => attack.Rule == rule).Select(attack => Draft(context, step, attack.Span, attack)));

    /// <summary>The draft for one of them.</summary>
    public static TraceDraft Draft(TraceContext context, int step, TextSpan span, JudgeAttack attack) =>
        TraceContext.On(attack.Rule, context.Trace.Steps[step].Index, span, attack.Message, Evidence.Of(("recognised", attack.Name)));
}
