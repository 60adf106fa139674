using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>What front matter (or a JSON record) says about a trace, beside its text.</summary>
public sealed record TraceSettings
{
    /// <summary>Nothing set.</summary>
    public static TraceSettings None { get; } = new();

    /// <summary>The reference answer, or null.</summary>
    public string? Answer { get; init; }

    /// <summary>Hints for an author.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];

    /// <summary>Concepts the problem is about.</summary>
    public ImmutableArray<string> Concepts { get; init; } = [];

    /// <summary>Checklist items, or the names of checklist files.</summary>
    public ImmutableArray<string> Checklist { get; init; } = [];

    /// <summary>BCP 47 language of the text, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Id of the reward-model profile, or null.</summary>
    public string? Profile { get; init; }
}
