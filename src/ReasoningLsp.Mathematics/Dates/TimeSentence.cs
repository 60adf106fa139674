namespace ReasoningLsp.Mathematics.Dates;

/// <summary>The patterns of statements within one sentence.</summary>
internal sealed class TimeSentence(TimeItem[] items)
{
    private static readonly string[] Verbs =
    [
        "is the same as", "is equal to", "brings us to", "takes us to", "gets us to", "comes to", "gives us", "results in", "will be",
        "we get", "you get", "it is", "it was", "falls on", "lands on", "equals", "equal", "gives", "give", "makes", "yields", "becomes",
        "is", "was", "are",
    ];

    private static readonly string[] Fillers = ["exactly", "a total of", "on", "at", "a", "an", "the"];
    private static readonly string[] Until = ["to", "until", "till", "→", @"\to", @"\rightarrow", "-", "–", "—"];
    private static readonly string[] Minus = ["-", "−", "–", "minus"];

    // Nobody adds more times in one breath, and reading on from every one of thousands would take its square.
    private const int MaxTerms = 32;

    private readonly bool _doubtful = TimeCaution.IsDoubtful(items);
    private readonly bool _hasDate = Array.Exists(items, item => item.Kind == TimeItemKind.Date);
    private readonly bool _doubtfulBesidesDenial = TimeCaution.IsDoubtful(items.Where(item => !IsDenial(item)));
    private readonly int _denials = items.Count(IsDenial);
    private int _next;

    private delegate TimeStatement? Pattern();

    public IEnumerable<TimeStatement> Statements()
    {
        Pattern[] patterns = [FromTo, Shifted, Amounts, Range, AmountFromTo, DaysInMonth, MonthHasDays, AmountInUnit, UnitHasAmount, LeapYear, DateIsWeekday];
        for (var start = 0; start < items.Length;)
        {
            TimeStatement? found = null;
            foreach (var pattern in patterns)
            {
                _next = start;
                if ((found = pattern()) is not null)
                    break;
            }

            if (found is not null)
                yield return found;

            // A stated value may begin the next statement: 10:00 + 2 hours = 12:00 + 30 minutes = 12:30.
            start = found is null ? start + 1 : Math.Max(start + 1, _next - 1);
        }
    }

    // "from 9:15 AM to 11:05 AM is 1 hour 50 minutes", "between Monday and Friday there are 4 days"
    private TimeStatement? FromTo()
    {
        var start = _next;
        var between = Take("between");
        if ((!between && !Take("from")) || !TakeInstant(out var from) || !(between ? Take("and") : TakeAny(Until)) || !TakeInstant(out var to))
            return null;
        Take(",");
        var there = Take("there");
        if (!TakeVerb() && !there)
            return null;
        return TakeDuration(out var stated) ? Amount(start, stated, TimeJudge.Span(from, to, stated.Duration, eitherWay: false)) : null;
    }

    // "9:15 AM to 11:05 AM is 1 hour 50 minutes", "11:05 AM − 9:15 AM = 1 hour 50 minutes"
    private TimeStatement? Range()
    {
        var start = _next;
        if (!TakeInstant(out var from))
            return null;
        var dash = Peek(Minus);
        if (!TakeAny(Until) && !TakeAny(Minus))
            return null;
        if (!TakeInstant(out var to) || !TakeVerb() || !TakeDuration(out var stated))
            return null;
        return Amount(start, stated, TimeJudge.Span(from, to, stated.Duration, eitherWay: dash));
    }

    // "it is 1 hour 50 minutes from 9:15 AM to 11:05 AM"
    private TimeStatement? AmountFromTo()
    {
        var start = _next;
        if (!TakeVerb() || !TakeDuration(out var stated))
            return null;
        var between = Take("between");
        if ((!between && !Take("from")) || !TakeInstant(out var from) || !(between ? Take("and") : TakeAny(Until)) || !TakeInstant(out var to))
            return null;
        var judgement = TimeJudge.Span(from, to, stated.Duration, eitherWay: false);
        var after = _next;
        var certain = TimeCaution.IsClosedAfterInstant(At(after)) && At(start - 1)?.Kind is null or TimeItemKind.Word or TimeItemKind.Symbol;
        return Statement(start, stated, certain ? judgement : Softened(judgement));
    }

    // "2:30 PM + 1 hour 45 minutes = 4:15 PM", "3 days after Monday is Thursday", "adding 20 minutes to noon gives 12:20 PM"
    private TimeStatement? Shifted()
    {
        var start = _next;
        if (!TakeMoment(out var from, out var by) || !TakeVerb() || !TakeInstant(out var stated))
            return null;
        var judgement = TimeJudge.Shift(from, by, stated);
        var closed = TimeCaution.IsClosedBefore(At(start - 1)) && TimeCaution.IsClosedAfterInstant(At(_next));
        return Statement(start, stated, closed ? judgement : Softened(judgement));
    }

    // "1 hour + 45 minutes = 105 minutes"
    private TimeStatement? Amounts()
    {
        var start = _next;
        if (At(start - 1)?.Text is "+" or "-" or "plus" or "minus" || !TakeSum(out var sum, out _) || !TakeEquals() || !TakeSum(out var right, out var last))
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
        day = At(_next + 1)! with { Kind = TimeItemKind.Duration, Duration = new Duration(ClockTime.Day, default, default, ClockTime.Day, 1) };
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

    private TimeStatement Amount(int start, TimeItem stated, TimeJudgement judgement) =>
        Statement(start, stated, TimeCaution.IsClosedAfterAmount(At(_next), At(_next + 1)) ? judgement : Softened(judgement));

    private TimeStatement Statement(int start, TimeItem stated, TimeJudgement judgement)
    {
        if (_doubtful)
            judgement = Softened(judgement);
        if (stated.IsTeX && judgement.RightValue is { } right)
            judgement = judgement with { RightValue = @"\text{" + right + "}" };
        var (first, last) = (items[start], items[_next - 1]);
        return new TimeStatement(
            first.Start, last.End - first.Start, stated.Start, stated.End - stated.Start, judgement.Verdict, judgement.RightValue);
    }

    private static TimeJudgement Softened(TimeJudgement judgement) =>
        judgement.Verdict == TimeVerdict.False ? TimeJudgement.Undecided : judgement;

    private static bool IsDenial(TimeItem item) => item.Text is "not" or "isn't" or "wasn't";

    private TimeItem? At(int index) => index >= 0 && index < items.Length ? items[index] : null;

    private bool Peek(string[] texts) => At(_next) is { } item && texts.Contains(item.Text);

    private bool Take(string text)
    {
        if (At(_next)?.Text != text)
            return false;
        _next++;
        return true;
    }

    private bool TakeAny(string[] texts)
    {
        if (!Peek(texts))
            return false;
        _next++;
        return true;
    }

    private bool TakeEquals()
    {
        if (Take("="))
            return true;
        return TakePhrase("is the same as") || TakePhrase("is equal to") || TakePhrase("equals");
    }

    private bool TakeVerb()
    {
        if (!Take("=") && !Array.Exists(Verbs, TakePhrase))
            return false;
        while (Array.Exists(Fillers, TakePhrase))
        {
        }

        return true;
    }

    private bool TakePhrase(string phrase)
    {
        var start = _next;
        foreach (var word in phrase.Split(' '))
        {
            if (!Take(word))
            {
                _next = start;
                return false;
            }
        }

        return true;
    }

    private bool TakeInstant(out TimeItem item) => TakeKind(static item => item.IsInstant, out item);

    private bool TakeDuration(out TimeItem item) => TakeKind(static item => item.Kind == TimeItemKind.Duration, out item);

    private bool TakeMonth(out TimeItem item) => TakeKind(static item => item.Kind == TimeItemKind.Month, out item);

    // One hour, an hour, a day: a single whole unit.
    private bool TakeUnit(out TimeItem item) => TakeKind(
        static item => item is { Kind: TimeItemKind.Duration, Duration: { Parts: 1, Months.IsZero: true } duration }
            && duration.Seconds == duration.SmallestUnit,
        out item);

    private bool TakeKind(Predicate<TimeItem> isWanted, out TimeItem item)
    {
        item = At(_next)!;
        if (item is null || !isWanted(item))
            return false;
        _next++;
        return true;
    }
}
