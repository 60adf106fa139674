namespace ReasoningLsp.Review.Corrections;

/// <summary>When refining ends.</summary>
public sealed record RefineOptions
{
    /// <summary>Three rounds and thirty steps.</summary>
    public static RefineOptions Default { get; } = new();

    /// <summary>Most rounds, 1 to 10.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Most steps that corrections are asked for, over all rounds.</summary>
    public int Budget { get; init; } = 30;
}
