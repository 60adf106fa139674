using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Requests;

/// <summary>The second verb: several continuations of one prefix, decoded together.</summary>
public sealed record CompareRequest
{
    /// <summary>The model.</summary>
    public required ModelReference Model { get; init; }

    /// <summary>What all share.</summary>
    public required ImmutableArray<PromptPiece> Prefix { get; init; }

    /// <summary>How each goes on.</summary>
    public required ImmutableArray<ImmutableArray<PromptPiece>> Continuations { get; init; }

    /// <summary>Groups of tokens read after the last token of each continuation; where empty, each continuation's own log-probability is
    /// read.</summary>
    public ImmutableArray<ImmutableArray<PromptPiece>> Candidates { get; init; } = [];

    /// <summary>Who waits.</summary>
    public RequestPriority Priority { get; init; }
}
