namespace ReasoningLsp.Mathematics.Dates;

internal sealed partial class TimeSentence
{
    // Nobody adds more times in one breath, and reading on from every one of thousands would take its square.
    private const int MaxTerms = 32;

    private bool TakeMoment(out TimeItem from, out Duration by)
    {
        by = default;
        if (TakeInstant(out from))
        {
            var shifts = 0;
            for (; shifts < MaxTerms && TakeShift(out var sign, out var duration); shifts++)
                by = Sum(by, duration, sign);
            return shifts > 0;
        }

        var adding = Take("adding") || Take("add");
        if (TakeDayAfter(out var first) || TakeDuration(out first))
        {
            by = first.Duration;
            if (adding)
                return Take("to") && TakeInstant(out from);
            var before = Take("before") || (Take("prior") && Take("to"));
            if (before)
                by = Sum(default, by, -1);
            return (before || Take("after") || Take("from") || Take("past")) && TakeInstant(out from);
        }

        return false;
    }

    // "the day after", "the day before": the only unit people leave uncounted.
    private bool TakeDayAfter(out TimeItem day)
    {
        day = null!;
        if (At(_next)?.Text != "the" || At(_next + 1)?.Text != "day" || At(_next + 2)?.Text is not ("after" or "before"))
            return false;
        day = At(_next + 1)! with
        {
            Kind = TimeItemKind.Duration,
            Duration = new Duration(ClockTime.Day, default, default, ClockTime.Day, 1)
        };
        _next += 2;
        return true;
    }

    private bool TakeShift(out int sign, out Duration duration)
    {
        var start = _next;
        Take(",");
        sign = Take("+") || Take("plus") || Take("adding") || Take("add") ? 1 : TakeAny(Minus) ? -1 : 0;
        if (sign != 0 && TakeDuration(out var item))
        {
            duration = item.Duration;
            return true;
        }

        duration = default;
        _next = start;
        return false;
    }

    private bool TakeSum(out Duration sum, out TimeItem last)
    {
        sum = default;
        if (!TakeDuration(out last))
            return false;
        sum = last.Duration;
        for (var terms = 1; terms < MaxTerms; terms++)
        {
            var start = _next;
            var sign = Take("+") || Take("plus") ? 1 : TakeAny(Minus) ? -1 : 0;
            if (sign == 0 || !TakeDuration(out var item))
            {
                _next = start;
                return true;
            }

            last = item;
            sum = Sum(sum, item.Duration, sign);
        }

        return true;
    }

    private static Duration Sum(Duration left, Duration right, int sign) => new(
        left.Seconds + (sign * right.Seconds),
        left.Months + (sign * right.Months),
        left.Resolution + right.Resolution,
        left.Parts == 0 ? right.SmallestUnit : Math.Min(left.SmallestUnit, right.SmallestUnit),
        left.Parts + right.Parts);
}
