namespace ReasoningLsp.Mathematics.Dates;

/// <summary>A verdict, and for a false statement the right value if it is unique.</summary>
internal readonly record struct TimeJudgement(TimeVerdict Verdict, string? RightValue = null)
{
    public static TimeJudgement Undecided => default;

    public static TimeJudgement True => new(TimeVerdict.True);

    public static TimeJudgement False(string? rightValue) => new(TimeVerdict.False, rightValue);
}
