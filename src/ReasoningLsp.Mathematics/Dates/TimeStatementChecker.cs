using System.Buffers;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>
/// Finds statements about times and dates in English prose and decides those that are certain: <c>2:30 PM + 1 hour 45
/// minutes = 4:15 PM</c>, <c>3 days after Monday is Thursday</c>, <c>there are 31 days in March</c>.
/// </summary>
public static class TimeStatementChecker
{
    // Most steps are about no time at all, and this sees it without reading them word by word.
    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        ["day", "hour", "minute", "month", "year", "week", "noon", "midnight", "a.m", "p.m", " am", " pm", "min", "hr", "{am", "{pm", ":"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// All statements of a text in order, the undecided ones included. Statements are false only where every reading of
    /// them is; a sentence that supposes, doubts, denies or estimates is never false.
    /// </summary>
    public static IReadOnlyList<TimeStatement> Check(ReadOnlySpan<char> text, CancellationToken cancellationToken = default)
    {
        if (!text.ContainsAny(Anchors))
            return [];
        List<TimeStatement> found = [];
        var items = TimeTokenizer.Read(text);
        for (var start = 0; start < items.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = items.FindIndex(start, item => item.Kind == TimeItemKind.Stop);
            end = end < 0 ? items.Count : end;
            found.AddRange(new TimeSentence([.. items.Skip(start).Take(end - start)]).Statements());
            start = end + 1;
        }

        return found;
    }
}
