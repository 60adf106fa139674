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
        List<(TextSpan Span, bool IsAnswer)>? parts = null;
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

                parts ??= [.. traces.SelectMany(PartsOf)];
                suppressions.Add(new Suppression(comment.Rules, comment.Scope, span, Target(comment.Scope, span, parts, fileLength)));
            }
        }
    }

    // What is said of the last step is said of the answer behind it too, which has a place of its own as well.
    private static IEnumerable<(TextSpan Span, bool IsAnswer)> PartsOf(Trace trace)
    {
        var steps = trace.Steps;
        var answer = trace.FinalAnswer is { } stated && (steps.IsEmpty || stated.Whole.Start >= steps[^1].Span.End) ? stated.Whole
            : (TextSpan?)null;
        for (var index = 0; index < steps.Length; index++)
            yield return (index + 1 == steps.Length && answer is { } end ? TextSpan.FromBounds(steps[index].Span.Start, end.End)
                : steps[index].Span, false);
        if (answer is { } whole)
            yield return (whole, true);
    }

    private static TextSpan Target(
        SuppressionScope scope, TextSpan comment, List<(TextSpan Span, bool IsAnswer)> parts, int fileLength)
    {
        if (scope == SuppressionScope.File)
            return new TextSpan(0, fileLength);
        var next = FirstStartingAfter(parts, comment.Start);
        var part = scope == SuppressionScope.NextStep ? next : next - 1;
        if (scope != SuppressionScope.NextStep && part > 0 && parts[part].IsAnswer)
            part--;
        return part >= 0 && part < parts.Count ? parts[part].Span : new TextSpan(comment.End, 0);
    }

    private static int FirstStartingAfter(List<(TextSpan Span, bool IsAnswer)> parts, int offset)
    {
        int low = 0, high = parts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (parts[middle].Span.Start > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
