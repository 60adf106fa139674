namespace ReasoningLsp.Mathematics.Dates;

/// <summary>A piece of a sentence: a time, a date, a duration, or a word between them.</summary>
internal sealed record TimeItem(TimeItemKind Kind, int Start, int End)
{
    /// <summary>A word in lower case or a symbol as written.</summary>
    public string Text { get; init; } = "";

    public ClockTime Time { get; init; }

    public CalendarDate Date { get; init; }

    public DayOfWeek Weekday { get; init; }

    public Duration Duration { get; init; }

    /// <summary>A number, or the month of a <see cref="TimeItemKind.Month"/>.</summary>
    public int Number { get; init; }

    /// <summary>The year of a month.</summary>
    public int? Year { get; init; }

    /// <summary>Whether it is written in TeX, so that whatever replaces it stands in a formula.</summary>
    public bool IsTeX { get; init; }

    public bool IsInstant => Kind is TimeItemKind.Time or TimeItemKind.Date or TimeItemKind.Weekday;
}
