using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Takes over from before an edit what it left as it was, where the text was read anew.</summary>
internal static class TraceReuse
{
    /// <summary><paramref name="trace"/>, made of the old instances where they are equal.</summary>
    public static Trace Of(Trace trace, TraceDocument? before)
    {
        if (before is null || trace.Index >= before.Traces.Length)
            return trace;
        var old = before.Traces[trace.Index];
        var steps = ImmutableArray.CreateBuilder<Step>(trace.Steps.Length);
        for (var index = 0; index < trace.Steps.Length; index++)
            steps.Add(index < old.Steps.Length && TraceEquality.Equal(old.Steps[index], trace.Steps[index]) ? old.Steps[index]
                : trace.Steps[index]);
        var result = trace with
        {
            Steps = steps.MoveToImmutable(),
            Problem = TraceEquality.Equal(old.Problem, trace.Problem) ? old.Problem : trace.Problem,
            FinalAnswer = TraceEquality.Equal(old.FinalAnswer, trace.FinalAnswer) ? old.FinalAnswer : trace.FinalAnswer,
        };
        return TraceEquality.SameParts(old, result) ? old : result;
    }
}
