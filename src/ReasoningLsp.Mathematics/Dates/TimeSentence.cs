namespace ReasoningLsp.Mathematics.Dates;

/// <summary>The patterns of statements within one sentence.</summary>
internal sealed partial class TimeSentence(TimeItem[] items)
{
    private static readonly string[] Until = ["to", "until", "till", "→", @"\to", @"\rightarrow", "-", "–", "—"];
    private static readonly string[] Minus = ["-", "−", "–", "minus"];

    private readonly bool _doubtful = TimeCaution.IsDoubtful(items);
    private readonly bool _hasDate = Array.Exists(items, item => item.Kind == TimeItemKind.Date);
    private readonly bool _doubtfulBesidesDenial = TimeCaution.IsDoubtful(items.Where(item => !IsDenial(item)));
    private readonly int _denials = items.Count(IsDenial);
    private int _next;

    private delegate TimeStatement? Pattern();

    public IEnumerable<TimeStatement> Statements()
    {
        Pattern[] patterns = [FromTo, Shifted, Amounts, Range, AmountFromTo, DaysInMonth, MonthHasDays, AmountInUnit, UnitHasAmount,
            LeapYear, DateIsWeekday];
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
}
