using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Requests;

/// <summary>The first verb: read something at given rows of a prompt.</summary>
public sealed record ScoreRequest
{
    /// <summary>The model.</summary>
    public required ModelReference Model { get; init; }

    /// <summary>The prompt.</summary>
    public required ImmutableArray<PromptPiece> Pieces { get; init; }

    /// <summary>Where to read.</summary>
    public required ImmutableArray<PromptPosition> Rows { get; init; }

    /// <summary>What to read.</summary>
    public required ReadingKind Kind { get; init; }

    /// <summary>Groups of tokens for <see cref="ReadingKind.Candidates"/>: at least one of a group must be a single token of the
    /// vocabulary.</summary>
    public ImmutableArray<ImmutableArray<PromptPiece>> Candidates { get; init; } = [];

    /// <summary>Where the response starts, for <see cref="ReadingKind.LogProbability"/>: the row of its first token.</summary>
    public PromptPosition Start { get; init; }

    /// <summary>Most tokens the prompt may have; 0 leaves it to the model.</summary>
    public int LongestText { get; init; }

    /// <summary>Who waits.</summary>
    public RequestPriority Priority { get; init; }
}
