using System.Globalization;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>A day of the Gregorian calendar as written, often without its year.</summary>
/// <param name="Year">1 to 9999, or null if it is not written.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to the length of the month (29 for a February of no year).</param>
/// <param name="DayFirst">Whether it is written "3 March".</param>
public readonly record struct CalendarDate(int? Year, int Month, int Day, bool DayFirst = false)
{
    /// <summary>
    /// Reads a date at the beginning of a text: <c>March 3, 2021</c>, <c>Mar. 3rd</c>, <c>3 March</c>, <c>the 3rd of
    /// March</c>, <c>2021-03-03</c>. Dates in slashes are left alone: their order depends on the country.
    /// </summary>
    public static bool TryParsePrefix(ReadOnlySpan<char> text, out CalendarDate date, out int length) =>
        new CalendarDateReader(text).TryRead(out date, out length);

    /// <summary>Whether the calendar has such a day.</summary>
    internal bool IsValid => Year is null or (>= 1 and <= 9999) && Month is >= 1 and <= 12 && Day >= 1 && Day <= DaysInMonth(Year, Month);

    /// <summary>The number of days of a month; a February of no year counts 29.</summary>
    internal static int DaysInMonth(int? year, int month) => DateTime.DaysInMonth(year ?? 2024, month);

    /// <summary>Another day, written as this one is.</summary>
    internal string Format(DateOnly date)
    {
        var month = MonthNames.Full(date.Month);
        var day = date.Day.ToString(CultureInfo.InvariantCulture);
        var text = DayFirst ? $"{day} {month}" : $"{month} {day}";
        return Year is null ? text : string.Create(CultureInfo.InvariantCulture, $"{text}{(DayFirst ? " " : ", ")}{date.Year}");
    }
}
