using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Works out which stretch of the file each suppression comment silences.</summary>
internal static class SuppressionPlacer
{
    public static void Place(
        ImmutableArray<Chunk> chunks, ImmutableArray<Trace> traces, int fileLength,
        ImmutableArray<Suppression>.Builder suppressions, ImmutableArray<ReadError>.Builder errors)
    {
        List<Step>? steps = null;
        foreach (var chunk in chunks)
        {
            foreach (var comment in chunk.Content.Comments)
            {
                var span = comment.Span.Shift(chunk.Start);
                if (comment.Rules.IsEmpty)
                {
                    errors.Add(new ReadError("suppression-without-rule",
                        "This comment names no rule; name each one, as in: reasoning-disable-step RR101.", span));
                    continue;
                }

                steps ??= [.. traces.SelectMany(trace => trace.Steps)];
                suppressions.Add(new Suppression(comment.Rules, comment.Scope, span, Target(comment.Scope, span, steps, fileLength)));
            }
        }
    }

    private static TextSpan Target(SuppressionScope scope, TextSpan comment, List<Step> steps, int fileLength)
    {
        if (scope == SuppressionScope.File)
            return new TextSpan(0, fileLength);
        var next = FirstStartingAfter(steps, comment.Start);
        var step = scope == SuppressionScope.NextStep ? next : next - 1;
        return step >= 0 && step < steps.Count ? steps[step].Span : new TextSpan(comment.End, 0);
    }

    private static int FirstStartingAfter(List<Step> steps, int offset)
    {
        int low = 0, high = steps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (steps[middle].Span.Start > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
