using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Mathematics.Dates;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares answers that are days of the calendar, however they are written.</summary>
internal static class DateAnswers
{
    private static readonly LinearRegex s_slashes = new(@"^(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.](?<year>\d{4})$");

    /// <summary>Whether both are days; then <paramref name="same"/> is whether they are the same one, null where one lacks the year or the
    /// order of day and month is a matter of country.</summary>
    public static bool AreDays(string gold, string pred, out bool? same)
    {
        same = null;
        if (Readings(gold) is not { Length: > 0 } left || Readings(pred) is not { Length: > 0 } right)
            return false;
        if (!left.Any(a => right.Any(b => a.Month == b.Month && a.Day == b.Day && (a.Year ?? b.Year) == (b.Year ?? a.Year))))
            same = false;
        else if (left.Length == 1 && right.Length == 1 && left[0].Year == right[0].Year)
            same = true;
        return true;
    }

    private static ImmutableArray<CalendarDate> Readings(string text)
    {
        text = text.Trim();
        if (s_slashes.Match(text) is not { Success: true } match)
            return CalendarDate.TryParsePrefix(text, out var date, out var length) && length == text.Length ? [date] : [];
        var (first, second, year) = (Number("first"), Number("second"), Number("year"));
        CalendarDate[] orders = [new(year, first, second), new(year, second, first)];
        return [.. orders.Where(order => order.IsValid).Distinct()];

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }
}
