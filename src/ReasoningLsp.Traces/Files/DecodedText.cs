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
    /// <summary>The bytes of <paramref name="text"/> in this file's encoding, with its byte order mark if it has one.</summary>
    public byte[] Encode(string text)
    {
        var bytes = Encoding.GetBytes(text);
        return HasByteOrderMark ? [.. Encoding.GetPreamble(), .. bytes] : bytes;
    }
}
