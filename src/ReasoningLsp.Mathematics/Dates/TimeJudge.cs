using System.Globalization;
using System.Numerics;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>Decides single statements, whose parts are known, in all their readings.</summary>
internal static class TimeJudge
{
    // Further than this the leap years of a date without a year are anyone's guess.
    private const int MaxDaysOfUnknownYears = 1_000;
    private const int MaxDays = 1_000_000;

    // Every place in the cycle of leap years.
    private static readonly int[] AnyYear = [2021, 2022, 2023, 2024];

    /// <summary>start ± durations = stated.</summary>
    public static TimeJudgement Shift(TimeItem start, Duration by, TimeItem stated)
    {
        if (start.Kind != stated.Kind)
            return TimeJudgement.Undecided;
        return start.Kind switch
        {
            TimeItemKind.Time => ShiftTime(start.Time, by, stated.Time),
            TimeItemKind.Weekday => ShiftWeekday(start.Weekday, by, stated.Weekday),
            _ => ShiftDate(start.Date, by, stated.Date),
        };
    }

    /// <summary>From one time or date to another is the stated duration; a difference may also be meant as a range.</summary>
    public static TimeJudgement Span(TimeItem from, TimeItem to, Duration stated, bool eitherWay)
    {
        if (from.Kind != to.Kind || !stated.Months.IsZero)
            return TimeJudgement.Undecided;
        var forwards = from.Kind switch
        {
            TimeItemKind.Time => SpanOfTimes(from.Time, to.Time, stated),
            TimeItemKind.Weekday => SpanOfWeekdays(from.Weekday, to.Weekday, stated),
            _ => SpanOfDates(from.Date, to.Date, stated),
        };
        if (!eitherWay || forwards.Verdict != TimeVerdict.False)
            return forwards;
        var backwards = Span(to, from, stated, eitherWay: false);
        return backwards.Verdict == TimeVerdict.False ? TimeJudgement.False(null) : backwards;
    }

    /// <summary>One duration is another.</summary>
    public static TimeJudgement Equality(Duration actual, Duration stated)
    {
        if (!actual.Months.IsZero || !stated.Months.IsZero)
        {
            if (!actual.Seconds.IsZero || !stated.Seconds.IsZero)
                return TimeJudgement.Undecided;
            return actual.Months == stated.Months ? TimeJudgement.True
                : Close(actual.Months - stated.Months, 12) ?? TimeJudgement.False(null);
        }

        return Within(actual.Seconds - stated.Seconds, actual.Resolution + stated.Resolution)
            ?? TimeJudgement.False(DurationText.Like(stated, actual.Seconds));

        // Decimals of a year or a month are as good as rounded.
        TimeJudgement? Close(Rational difference, int limit) =>
            (actual.Months.IsInteger && stated.Months.IsInteger) || Rational.Abs(difference) >= limit ? null : TimeJudgement.Undecided;
    }

    /// <summary>A month has that many days.</summary>
    public static TimeJudgement LengthOfMonth(int month, int? year, int days)
    {
        var truth = CalendarDate.DaysInMonth(year is >= 1 and <= 9999 ? year : null, month);
        if (days == truth || (month == 2 && year is null && days == 28))
            return TimeJudgement.True;

        // "There are 11 days in March": after the 20th there are. A month's own length is what such numbers claim.
        if (days is < 28 or > 32)
            return TimeJudgement.Undecided;
        return TimeJudgement.False(month == 2 && year is null ? null : truth.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A date falls on a day of the week; before 1800 some countries still counted otherwise.</summary>
    public static TimeJudgement WeekdayOf(CalendarDate date, DayOfWeek stated)
    {
        if (date.Year is not >= 1800)
            return TimeJudgement.Undecided;
        var truth = new DateOnly(date.Year.Value, date.Month, date.Day).DayOfWeek;
        return truth == stated ? TimeJudgement.True : TimeJudgement.False(truth.ToString());
    }

    private static TimeJudgement ShiftTime(ClockTime start, Duration by, ClockTime stated)
    {
        if (!by.Months.IsZero || MayBeMinutesAndSeconds(start, stated, by))
            return TimeJudgement.Undecided;
        var period = start.HalfIsKnown && stated.HalfIsKnown ? ClockTime.Day : ClockTime.HalfDay;
        var truth = start.Seconds + by.Seconds;
        var difference = Nearest(truth - stated.Seconds, period);
        if (Within(difference, by.Resolution) is { } decided)
            return decided;
        var canWrite = truth.IsInteger && (start.HalfIsKnown || !stated.HalfIsKnown);
        return TimeJudgement.False(canWrite ? stated.Format((int)Modulo(truth, ClockTime.Day).Numerator) : null);
    }

    private static TimeJudgement ShiftWeekday(DayOfWeek start, Duration by, DayOfWeek stated)
    {
        if (WholeDays(by) is not { } days)
            return TimeJudgement.Undecided;
        var truth = (DayOfWeek)(((int)start + (days % 7) + 7) % 7);
        return truth == stated ? TimeJudgement.True : TimeJudgement.False(truth.ToString());
    }

    private static TimeJudgement ShiftDate(CalendarDate start, Duration by, CalendarDate stated)
    {
        if (start.Year is null && stated.Year is not null)
            return TimeJudgement.Undecided;
        List<DateOnly> results = [];
        foreach (var year in Years(start))
        {
            if (Shifted(new DateOnly(year, start.Month, start.Day), by) is not { } result)
                return TimeJudgement.Undecided;
            results.Add(result);
        }

        if (start.Year is null && WholeDays(by) is > MaxDaysOfUnknownYears or < -MaxDaysOfUnknownYears)
            return TimeJudgement.Undecided;
        var right = results.Count(result => IsSame(stated, result));
        if (right > 0)
            return right == results.Count ? TimeJudgement.True : TimeJudgement.Undecided;
        var unique = results.TrueForAll(result => result.Month == results[0].Month && result.Day == results[0].Day);
        return TimeJudgement.False(unique ? stated.Format(results[0]) : null);
    }

    private static DateOnly? Shifted(DateOnly date, Duration by)
    {
        if (by.Months.IsZero)
            return WholeDays(by) is { } days && date.DayNumber + days is >= 0 and <= 3_652_058 ? date.AddDays(days) : null;

        // A month after the 31st is a matter of opinion.
        if (!by.Seconds.IsZero || !by.Months.IsInteger || date.Day > 28 || Rational.Abs(by.Months) > 12_000)
            return null;
        var months = (int)by.Months.Numerator;
        return (date.Year * 12) + months is > 24 and < 9_999 * 12 ? date.AddMonths(months) : null;
    }

    private static TimeJudgement SpanOfTimes(ClockTime from, ClockTime to, Duration stated)
    {
        if (MayBeMinutesAndSeconds(from, to, stated))
            return TimeJudgement.Undecided;
        var period = from.HalfIsKnown && to.HalfIsKnown ? ClockTime.Day : ClockTime.HalfDay;
        var truth = Modulo(to.Seconds - from.Seconds, period);
        if (Within(Nearest(stated.Seconds - truth, period), stated.Resolution) is { } decided)
            return decided;
        if (stated.Seconds >= ClockTime.Day)
            return TimeJudgement.Undecided;
        var isUnique = period == ClockTime.Day || stated.Seconds < period;
        return TimeJudgement.False(isUnique && truth.Sign > 0 ? DurationText.Like(stated, truth) : null);
    }

    private static TimeJudgement SpanOfWeekdays(DayOfWeek from, DayOfWeek to, Duration stated)
    {
        if (WholeDays(stated) is not { } days)
            return TimeJudgement.Undecided;
        var truth = ((int)to - (int)from + 7) % 7;
        var off = (((days - truth) % 7) + 7) % 7;
        if (off == 0)
            return TimeJudgement.True;

        // Both ends counted, or neither.
        return off is 1 or 6 || days >= 7 ? TimeJudgement.Undecided : TimeJudgement.False(DurationText.Like(stated, truth * ClockTime.Day));
    }

    private static TimeJudgement SpanOfDates(CalendarDate from, CalendarDate to, Duration stated)
    {
        if (WholeDays(stated) is not { } days || (from.Year is null) != (to.Year is null))
            return TimeJudgement.Undecided;
        HashSet<int> truths = [];
        foreach (var year in Years(from))
        {
            // Without years, a date that seems to lie before the other lies in the year after it.
            var endYear = to.Year ?? ((to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? year + 1 : year);
            if (to.Day > CalendarDate.DaysInMonth(endYear, to.Month))
                continue;
            truths.Add(new DateOnly(endYear, to.Month, to.Day).DayNumber - new DateOnly(year, from.Month, from.Day).DayNumber);
        }

        if (truths.Count == 0 || (from.Year is null && days > 365))
            return TimeJudgement.Undecided;
        if (truths.Contains(days))
            return truths.Count == 1 ? TimeJudgement.True : TimeJudgement.Undecided;

        // Both ends counted, or neither.
        if (truths.Any(truth => Math.Abs(truth - days) <= 1))
            return TimeJudgement.Undecided;
        return TimeJudgement.False(
            truths is { Count: 1 } && truths.Single() > 0 ? DurationText.Like(stated, truths.Single() * (Rational)ClockTime.Day) : null);
    }

    private static IEnumerable<int> Years(CalendarDate date) => date.Year is { } year
        ? [year]
        : AnyYear.Where(candidate => date.Day <= CalendarDate.DaysInMonth(candidate, date.Month));

    private static bool IsSame(CalendarDate stated, DateOnly date) =>
        stated.Month == date.Month && stated.Day == date.Day && (stated.Year is null || stated.Year == date.Year);

    // "4:30 + 30 seconds = 5:00": a stopwatch, not a clock.
    private static bool MayBeMinutesAndSeconds(ClockTime one, ClockTime other, Duration duration) =>
        !one.HalfIsKnown && !other.HalfIsKnown && duration.SmallestUnit is > 0 and < 60;

    // Shown decimals are a rounding: right within half their last place, and not certainly wrong within all of it.
    private static TimeJudgement? Within(Rational difference, Rational resolution)
    {
        var size = Rational.Abs(difference);
        if (size * 2 <= resolution)
            return TimeJudgement.True;
        return size < resolution ? TimeJudgement.Undecided : null;
    }

    private static int? WholeDays(Duration duration)
    {
        var days = duration.Seconds / ClockTime.Day;
        return duration.Months.IsZero && duration.Resolution.IsZero && days.IsInteger && Rational.Abs(days) <= MaxDays
            ? (int)days.Numerator : null;
    }

    private static Rational Modulo(Rational value, int period) => value - ((value / period).Floor() * (BigInteger)period);

    private static Rational Nearest(Rational value, int period)
    {
        var rest = Modulo(value, period);
        return rest * 2 > period ? rest - period : rest;
    }
}
