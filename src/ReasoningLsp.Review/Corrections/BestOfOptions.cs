namespace ReasoningLsp.Review.Corrections;

/// <summary>How many solutions are written, and how long.</summary>
public sealed record BestOfOptions
{
    /// <summary>Fewest solutions that may be asked for.</summary>
    public const int Least = 2;

    /// <summary>Most solutions that may be asked for.</summary>
    public const int Most = 32;

    /// <summary>Solutions written beside the existing one, 2 to 32.</summary>
    public int Count { get; init; } = 4;

    /// <summary>By what they are ranked.</summary>
    public BestOfMeasure Measure { get; init; } = BestOfMeasure.Checks;

    /// <summary>Most tokens of one solution.</summary>
    public int MaximumTokens { get; init; } = 256;

    /// <summary>Most tokens of all together: what might go beyond it is not begun.</summary>
    public int Budget { get; init; } = 20_000;
}
