using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>Looks things up in ascending spans that do not overlap, so that many pieces times many spans stays linear.</summary>
internal static class Spans
{
    /// <summary>The spans that share a unit with [start, end).</summary>
    public static ReadOnlySpan<TextSpan> Overlapping(ImmutableArray<TextSpan> spans, int start, int end)
    {
        var first = FirstEndingAfter(spans, start);
        var last = first;
        while (last < spans.Length && spans[last].Start < end)
            last++;
        return spans.AsSpan(first, last - first);
    }

    private static int FirstEndingAfter(ImmutableArray<TextSpan> spans, int offset)
    {
        int low = 0, high = spans.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].End > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
