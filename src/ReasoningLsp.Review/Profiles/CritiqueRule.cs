using System.Collections.Immutable;

namespace ReasoningLsp.Review.Profiles;

/// <summary>How a written critique becomes scores.</summary>
public sealed record CritiqueRule
{
    /// <summary>Of what each critique speaks.</summary>
    public CritiqueForm Form { get; init; }

    /// <summary>How many critiques are written of each; the score is the mean.</summary>
    public int Votes { get; init; } = 1;

    /// <summary>0 always writes the likeliest token.</summary>
    public double Temperature { get; init; }

    /// <summary>Draws are from the likeliest tokens that together hold this much probability.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>Draws are from so many of the likeliest tokens; 0 is all of them.</summary>
    public int TopK { get; init; }

    /// <summary>Whether each is written by itself, so that it can be had again: the wish of a person, not a part of a profile.</summary>
    public bool IsReproducible { get; init; }

    /// <summary>Most tokens of a critique.</summary>
    public int MaximumTokens { get; init; } = 2_048;

    /// <summary>Writing ends before any of these.</summary>
    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>Appended to a critique; the good and bad tokens are then read. Without it <see cref="Verdict"/> is matched.</summary>
    public string? Ask { get; init; }

    /// <summary>Appended instead to a critique that ends without having come to <see cref="Ask"/>; null appends that.</summary>
    public string? AskOtherwise { get; init; }

    /// <summary>In a conversation: what follows the verdict, so that the turn reads as the model writes it.</summary>
    public string? Closing { get; init; }

    /// <summary>A regular expression whose group <c>verdict</c> holds one step's verdict; in a critique of one step the last match counts,
    /// in one of all steps match after match.</summary>
    public string? Verdict { get; init; }

    /// <summary>A regular expression that a verdict of a right step matches.</summary>
    public string? Right { get; init; }
}
