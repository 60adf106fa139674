namespace ReasoningLsp.Review.Scoring.Rollouts;

/// <summary>How many completions are written, and how long.</summary>
public sealed record RolloutOptions
{
    /// <summary>Completions from each prefix.</summary>
    public int Rollouts { get; init; } = 4;

    /// <summary>Most tokens of one completion.</summary>
    public int MaximumTokens { get; init; } = 256;

    /// <summary>Most tokens of all together: what would go beyond it is not begun.</summary>
    public int Budget { get; init; } = 20_000;

    /// <summary>How freely it draws.</summary>
    public double Temperature { get; init; } = 0.8;

    /// <summary>The same seed writes the same completions.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>A prefix counts as if the best of so many completions were taken; 1 takes each as it is.</summary>
    public int BestOf { get; init; } = 1;
}
