namespace ReasoningLsp.Mathematics.Dates;

/// <summary>The kinds of <see cref="TimeItem"/>.</summary>
internal enum TimeItemKind
{
    Word,
    Symbol,
    Number,
    Time,
    Date,
    Weekday,
    Duration,
    Month,

    /// <summary>The end of a sentence or a line.</summary>
    Stop,
}
