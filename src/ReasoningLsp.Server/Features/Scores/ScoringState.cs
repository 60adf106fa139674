namespace ReasoningLsp.Server.Features.Scores;

/// <summary>How far the scoring of a document is.</summary>
/// <param name="Name">As the protocol's extension names it: scoring, ready or failed.</param>
/// <param name="Model">The model, as the person named it.</param>
/// <param name="Message">Why it failed, or what must be said of the model; null where nothing.</param>
internal sealed record ScoringState(string Name, string Model, string? Message)
{
    /// <summary>Whether a person must be told that some solution has no scores.</summary>
    public bool IsPartial { get; private init; }

    /// <summary>It goes on.</summary>
    public static ScoringState Scoring(string model) => new("scoring", model, null);

    /// <summary>Every step has its score.</summary>
    public static ScoringState Ready(string model, string? caution) => new("ready", model, caution);

    /// <summary>Every step has its score, but in a solution that cannot be scored.</summary>
    public static ScoringState Partly(string model, string reason) => new("ready", model, reason) { IsPartial = true };

    /// <summary>It cannot be done.</summary>
    public static ScoringState Failed(string model, string reason) => new("failed", model, reason);
}
