namespace ReasoningLsp.Mathematics.Dates;

internal sealed partial class TimeSentence
{
    // "from 9:15 AM to 11:05 AM is 1 hour 50 minutes", "between Monday and Friday there are 4 days"
    private TimeStatement? FromTo()
    {
        var start = _next;
        var between = Take("between");
        if ((!between && !Take("from")) || !TakeInstant(out var from) || !(between ? Take("and") : TakeAny(Until))
            || !TakeInstant(out var to))
            return null;
        if (Take(","))
            Take("which");
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
        if ((!between && !Take("from")) || !TakeInstant(out var from) || !(between ? Take("and") : TakeAny(Until))
            || !TakeInstant(out var to))
            return null;
        var judgement = TimeJudge.Span(from, to, stated.Duration, eitherWay: false);
        var after = _next;
        var certain = TimeCaution.IsClosedAfterInstant(At(after))
            && At(start - 1)?.Kind is null or TimeItemKind.Word or TimeItemKind.Symbol;
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
}
