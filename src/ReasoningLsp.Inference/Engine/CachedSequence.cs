namespace ReasoningLsp.Inference.Engine;

/// <summary>A text in the cache.</summary>
/// <param name="id">Its number in the cache.</param>
internal sealed class CachedSequence(int id)
{
    /// <summary>Its number in the cache.</summary>
    public int Id { get; } = id;

    /// <summary>Its tokens.</summary>
    public List<int> Tokens { get; } = [];

    /// <summary>One a token.</summary>
    public List<Cell> Cells { get; } = [];

    /// <summary>When it was used last; the least goes first.</summary>
    public long Used { get; set; }

    /// <summary>Whether a request works on it, so that it must stay.</summary>
    public bool IsPinned { get; set; }

    /// <summary>Whether it was forgotten.</summary>
    public bool IsDropped { get; set; }

    /// <summary>How many tokens it begins with that <paramref name="tokens"/> begins with too.</summary>
    public int CommonWith(ReadOnlySpan<int> tokens) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Tokens).CommonPrefixLength(tokens);
}
