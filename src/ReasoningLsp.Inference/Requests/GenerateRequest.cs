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

    /// <summary>Draws are from so many of the likeliest tokens, before <see cref="TopP"/> is taken of these; 0 is all of them.</summary>
    public int TopK { get; init; }

    /// <summary>Draws are from tokens that are at least so likely beside the likeliest one, 0 to 1.</summary>
    public double MinP { get; init; }

    /// <summary>The same seed draws the same text, as far as arithmetic does the same: a row computed in a batch with others may differ in
    /// its last bits from the row computed alone. <see cref="IsReproducible"/> rules that out.</summary>
    public int Seed { get; init; }

    /// <summary>Whether it is written by itself, from an empty cache, so that the same seed always draws the same text on the same
    /// machine: it takes longer, and its prompt is decoded for it alone. Servers may not keep to it.</summary>
    public bool IsReproducible { get; init; }

    /// <summary>Whether the probability of what was written is asked for.</summary>
    public bool WithProbability { get; init; }

    /// <summary>Writing ends before any of these.</summary>
    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>Who waits.</summary>
    public RequestPriority Priority { get; init; }
}
