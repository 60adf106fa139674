using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Requests;

/// <summary>The third verb: go on writing.</summary>
public sealed record GenerateRequest
{
    /// <summary>The model.</summary>
    public required ModelReference Model { get; init; }

    /// <summary>What stands before.</summary>
    public required ImmutableArray<PromptPiece> Pieces { get; init; }

    /// <summary>A grammar in GBNF whose rule <c>root</c> the text must follow, or null.</summary>
    public string? Grammar { get; init; }

    /// <summary>Most tokens to write.</summary>
    public int MaximumTokens { get; init; } = 512;

    /// <summary>0 always takes the likeliest token.</summary>
    public double Temperature { get; init; }

    /// <summary>Draws are from the likeliest tokens that together hold this much probability.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>The same seed draws the same text.</summary>
    public int Seed { get; init; }

    /// <summary>Writing ends before any of these.</summary>
    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>Who waits.</summary>
    public RequestPriority Priority { get; init; }
}
