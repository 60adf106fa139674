using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Remote;

/// <summary>A text as a server's tokens.</summary>
/// <param name="Ids">The tokens.</param>
/// <param name="Bytes">How many bytes of the text each stands for.</param>
internal sealed record ServerTokens(ImmutableArray<int> Ids, ImmutableArray<int> Bytes)
{
    /// <summary>No tokens.</summary>
    public static ServerTokens Empty { get; } = new([], []);

    /// <summary>Without the one space that some vocabularies put before a text of so many bytes, as far as it is a token of its
    /// own.</summary>
    public ServerTokens WithoutSpaceBefore(int bytes) => Bytes.Sum() != bytes + 1 ? this
        : Bytes[0] == 1 ? new ServerTokens(Ids.RemoveAt(0), Bytes.RemoveAt(0))
        : this with { Bytes = Bytes.SetItem(0, Bytes[0] - 1) };

    /// <summary>One after the other.</summary>
    public static ServerTokens Join(IReadOnlyCollection<ServerTokens> parts) =>
        new([.. parts.SelectMany(part => part.Ids)], [.. parts.SelectMany(part => part.Bytes)]);
}
