namespace ReasoningLsp.Mathematics.Notation;

/// <summary>How numbers are written in a text.</summary>
public sealed record LexerOptions
{
    /// <summary>English and most computer notation.</summary>
    public static LexerOptions Default { get; } = new();

    /// <summary>Whether a comma between digits is the decimal sign and a point groups thousands.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Whether a plain blank may group thousands: 15 000.</summary>
    public bool BlankGroups { get; init; }

    /// <summary>Whether a colon between numbers divides: 240 : 3.</summary>
    public bool ColonDivides { get; init; }
}
