using System.Collections.Immutable;
using System.Text;

namespace ReasoningLsp.Traces.Files;

/// <summary>The text of a file, and how to write it back.</summary>
/// <param name="Text">The text without a byte order mark.</param>
/// <param name="Encoding">How it was encoded.</param>
/// <param name="HasByteOrderMark">Whether the file begins with a byte order mark.</param>
/// <param name="Errors">At most one: where the first bytes stand that are no text.</param>
public sealed record DecodedText(string Text, Encoding Encoding, bool HasByteOrderMark, ImmutableArray<ReadError> Errors)
{
    /// <summary>Whether nothing but its bytes says how the file is encoded, and they are no UTF-8.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>The bytes of <paramref name="text"/> in this file's encoding, with its byte order mark if it has one.</summary>
    /// <exception cref="IOException">The encoding has no such sign.</exception>
    public byte[] Encode(string text)
    {
        byte[] bytes;
        try
        {
            bytes = Encoding.GetBytes(text);
        }
        catch (EncoderFallbackException error)
        {
            throw new IOException(
                $"“{error.CharUnknown}” cannot be written in the encoding of this file ({Encoding.WebName}): save it as UTF-8 first.",
                error);
        }

        return HasByteOrderMark ? [.. Encoding.GetPreamble(), .. bytes] : bytes;
    }
}
