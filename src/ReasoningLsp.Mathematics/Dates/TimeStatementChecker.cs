using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>
/// Finds statements about times and dates in English prose and decides those that are certain: <c>2:30 PM + 1 hour 45
/// minutes = 4:15 PM</c>, <c>3 days after Monday is Thursday</c>, <c>there are 31 days in March</c>.
/// </summary>
public static class TimeStatementChecker
{
    // Most steps are about no time at all, and this sees it without reading their grammar. Every pattern has one of these
    // words or a clock time.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Anchors = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "day", "days", "hour", "hours", "hr", "hrs", "h", "minute", "minutes", "min", "mins", "second", "seconds", "sec", "week", "weeks",
        "month", "months", "year", "years", "decade", "decades", "noon", "midnight", "am", "pm", "a", "p", "clock", "Monday", "Tuesday",
        "Wednesday", "Thursday", "Friday", "Saturday", "Sunday").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// All statements of a text in order, the undecided ones included. Statements are false only where every reading of
    /// them is; a sentence that supposes, doubts, denies or estimates is never false.
    /// </summary>
    public static IReadOnlyList<TimeStatement> Check(ReadOnlySpan<char> text, CancellationToken cancellationToken = default)
    {
        if (!MentionsTime(text))
            return [];
        List<TimeStatement> found = [];
        var items = TimeTokenizer.Read(text);
        for (var start = 0; start < items.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = items.FindIndex(start, item => item.Kind == TimeItemKind.Stop);
            end = end < 0 ? items.Count : end;
            if (items.FindIndex(start, end - start, IsOfTime) >= 0)
                found.AddRange(new TimeSentence([.. items[start..end]]).Statements());
            start = end + 1;
        }

        return found;
    }

    // Words and numbers alone state nothing, but that a year is a leap year.
    private static bool IsOfTime(TimeItem item) =>
        item.Kind is not (TimeItemKind.Word or TimeItemKind.Symbol or TimeItemKind.Number) || item.Text == "leap";

    private static bool MentionsTime(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i]))
                i++;
            if (i - start is > 0 and < 10 && IsAnchor(text, start, i))
                return true;
            if (i < text.Length && text[i] == ':' && i > 0 && char.IsAsciiDigit(text[i - 1]))
                return true;
        }

        return false;
    }

    // "a" and "p" are of "a.m." and "p.m.".
    private static bool IsAnchor(ReadOnlySpan<char> text, int start, int end) =>
        Anchors.Contains(text[start..end])
        && (text[start] is not ('a' or 'A' or 'p' or 'P') || end - start > 1 || (end < text.Length && text[end] == '.'));
}
