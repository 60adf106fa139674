namespace ReasoningLsp.Mathematics.Dates;

internal sealed partial class TimeSentence
{
    // "1 hour + 45 minutes = 105 minutes"
    private TimeStatement? Amounts()
    {
        var start = _next;
        if (At(start - 1)?.Text is "+" or "-" or "plus" or "minus" || !TakeSum(out var sum, out _) || !TakeEquals()
            || !TakeSum(out var right, out var last))
            return null;
        var judgement = TimeJudge.Equality(sum, right);
        var single = items[_next - 1] == last && right == last.Duration;
        if (!single)
            judgement = judgement with { RightValue = null };
        if (!TimeCaution.IsClosedBeforeAmount(At(start - 1), At(start - 2)))
            judgement = Softened(judgement);
        return Amount(start, last, judgement);
    }

    // "there are 31 days in March"
    private TimeStatement? DaysInMonth()
    {
        var start = _next;
        if (!Take("there") || !Take("are") || !TakeDuration(out var days) || !Take("in") || !TakeMonth(out var month))
            return null;
        return MonthLength(start, month, days);
    }

    // "March has 31 days"
    private TimeStatement? MonthHasDays()
    {
        var start = _next;
        return TakeMonth(out var month) && Take("has") && TakeDuration(out var days) ? MonthLength(start, month, days) : null;
    }

    private TimeStatement? MonthLength(int start, TimeItem month, TimeItem days)
    {
        var duration = days.Duration;
        var count = duration.Seconds / ClockTime.Day;
        if (duration.SmallestUnit != ClockTime.Day || duration.Parts != 1 || !count.IsInteger || count > 1_000)
            return null;
        var judgement = TimeJudge.LengthOfMonth(month.Number, month.Year, (int)count.Numerator);
        if (judgement.RightValue is { } right)
            judgement = judgement with { RightValue = right + " days" };

        // "From March 2 on there are 30 days in March."
        return Amount(start, days, _hasDate ? Softened(judgement) : judgement);
    }

    // "there are 60 minutes in an hour"
    private TimeStatement? AmountInUnit()
    {
        var start = _next;
        return Take("there") && Take("are") && TakeDuration(out var stated) && Take("in") && TakeUnit(out var unit)
            ? UnitLength(start, unit, stated)
            : null;
    }

    // "an hour has 60 minutes"
    private TimeStatement? UnitHasAmount()
    {
        var start = _next;
        return TakeUnit(out var unit) && Take("has") && TakeDuration(out var stated) ? UnitLength(start, unit, stated) : null;
    }

    private TimeStatement UnitLength(int start, TimeItem unit, TimeItem stated)
    {
        var judgement = TimeJudge.Equality(unit.Duration, stated.Duration);

        // A week of 5 days is a working week, a day of 8 hours a working day.
        var less = stated.Duration.Seconds < unit.Duration.Seconds && stated.Duration.SmallestUnit >= 3600;
        return Amount(start, stated, less ? Softened(judgement) : judgement);
    }

    // "2024 is a leap year", "1900 was not a leap year"
    private TimeStatement? LeapYear()
    {
        var start = _next;
        Take("year");
        if (At(_next) is not { Kind: TimeItemKind.Number, Number: >= 1583 and <= 9999 } year || !TimeCaution.IsClosedBefore(At(start - 1)))
            return null;
        _next++;
        var negated = Take("isn't") || Take("wasn't");
        var verb = _next;
        if (!negated && !Take("is") && !Take("was"))
            return null;
        negated |= Take("not");
        var value = At(negated && verb == _next ? verb - 1 : verb)!;
        if (!Take("a") || !Take("leap") || At(_next)?.Text != "year" && !(At(_next)?.Kind is TimeItemKind.Duration))
            return null;
        _next++;
        var right = DateTime.IsLeapYear(year.Number) != negated;
        var certain = _denials == (negated ? 1 : 0) && !_doubtfulBesidesDenial;
        var verdict = right ? TimeVerdict.True : certain ? TimeVerdict.False : TimeVerdict.Undecided;
        var replacement = verdict != TimeVerdict.False ? null : negated ? "is" : value.Text + " not";
        var length = negated && At(start + 2)?.Text == "not" ? At(start + 2)!.End - value.Start : value.End - value.Start;
        return new TimeStatement(items[start].Start, items[_next - 1].End - items[start].Start, value.Start, length, verdict, replacement);
    }

    // "March 3, 2021 was a Wednesday"
    private TimeStatement? DateIsWeekday()
    {
        var start = _next;
        if (At(_next++) is not { Kind: TimeItemKind.Date } date || !TakeVerb() || At(_next++) is not { Kind: TimeItemKind.Weekday } stated)
            return null;
        var judgement = TimeJudge.WeekdayOf(date.Date, stated.Weekday);
        var closed = TimeCaution.IsClosedBefore(At(start - 1)) && TimeCaution.IsClosedAfterInstant(At(_next));
        return Statement(start, stated, closed ? judgement : Softened(judgement));
    }
}
