using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Remote;

/// <summary>A text as a server's tokens.</summary>
/// <param name="Ids">The tokens.</param>
/// <param name="Bytes">How many bytes of the text each stands for.</param>
internal sealed record ServerTokens(ImmutableArray<int> Ids, ImmutableArray<int> Bytes)
{
    /// <summary>No tokens.</summary>
    public static ServerTokens Empty { get; } = new([], []);

    /// <summary>One after the other.</summary>
    public static ServerTokens Join(IReadOnlyCollection<ServerTokens> parts) =>
        new([.. parts.SelectMany(part => part.Ids)], [.. parts.SelectMany(part => part.Bytes)]);
}
