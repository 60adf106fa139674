using System.Text;

namespace ReasoningLsp.Inference.Remote;

/// <summary>How long a text may become: not every server keeps to the tokens that it was allowed.</summary>
internal static class WrittenLength
{
    // No vocabulary's tokens are so long on average.
    private const int CharactersInToken = 64;

    /// <summary>Whether a text is longer than <paramref name="tokens"/> can be, so that it is cut off here.</summary>
    public static bool IsBeyond(StringBuilder text, int tokens) => text.Length > (long)tokens * CharactersInToken;
}
