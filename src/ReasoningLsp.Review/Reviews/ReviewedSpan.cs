using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reviews;

/// <summary>The way from a span of the file to the text as it is reviewed (escapes resolved, quote marks left out).</summary>
public static class ReviewedSpan
{
    /// <summary>The part of <paramref name="text"/> that <paramref name="original"/> covers, or null where they do not meet.</summary>
    public static TextSpan? Of(MappedText text, TextSpan original)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = FirstAtOrAfter(text, original.Start);
        var end = Math.Max(start, FirstAtOrAfter(text, original.End));
        // A unit in the middle of an escape belongs to the escape.
        if (start > 0 && text.ToOriginal(new TextSpan(start - 1, 1)).End > original.Start)
            start = FirstOfSame(text, start - 1);
        return start < end ? TextSpan.FromBounds(start, end) : null;
    }

    private static int FirstAtOrAfter(MappedText text, int offset)
    {
        int low = 0, high = text.Text.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.ToOriginal(new TextSpan(middle, 1)).Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static int FirstOfSame(MappedText text, int at) => FirstAtOrAfter(text, text.ToOriginal(new TextSpan(at, 1)).Start);
}
