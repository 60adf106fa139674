namespace ReasoningLsp.Mathematics.Dates;

/// <summary>A piece of a sentence: a time, a date, a duration, or a word between them.</summary>
internal sealed record TimeItem(TimeItemKind Kind, int Start, int End)
{
    // The time, date or duration: most pieces are words and have none, and they are many.
    private readonly object? _value;

    /// <summary>A word in lower case or a symbol as written.</summary>
    public string Text { get; init; } = "";

    public ClockTime Time { get => (_value as ClockTime?).GetValueOrDefault(); init => _value = value; }

    public CalendarDate Date { get => (_value as CalendarDate?).GetValueOrDefault(); init => _value = value; }

    public DayOfWeek Weekday { get; init; }

    public Duration Duration { get => (_value as Duration?).GetValueOrDefault(); init => _value = value; }

    /// <summary>A number, or the month of a <see cref="TimeItemKind.Month"/>.</summary>
    public int Number { get; init; }

    /// <summary>The year of a month.</summary>
    public int? Year { get; init; }

    /// <summary>Whether it is written in TeX, so that whatever replaces it stands in a formula.</summary>
    public bool IsTeX { get; init; }

    public bool IsInstant => Kind is TimeItemKind.Time or TimeItemKind.Date or TimeItemKind.Weekday;
}
