using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring;

/// <summary>The tokens that say right and wrong.</summary>
internal static class CandidateTokens
{
    /// <summary>The good ones, then the bad ones.</summary>
    public static ImmutableArray<ImmutableArray<PromptPiece>> Of(ProfileReading reading) =>
        [[.. reading.Good.Select(Piece)], [.. reading.Bad.Select(Piece)]];

    private static PromptPiece Piece(string name) =>
        name.Length > 1 && name[0] == '#' && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? PromptPiece.Token(id)
            : PromptPiece.Plain(name);
}
