using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReasoningLsp.Inference.Remote;

/// <summary>How many bytes of a text a token stands for, by the token's own text in its vocabulary.</summary>
internal static class TokenTexts
{
    private const char SentenceSpace = '▁';

    /// <summary>The number for each of a text's tokens.</summary>
    public static ImmutableArray<int> Bytes(ImmutableArray<string> tokens) =>
        tokens.Any(token => token.Contains(SentenceSpace) || IsByte(token)) ? [.. tokens.Select(Sentence)]
        : [.. tokens.Select(token => IsByteLevel(token) ? token.Length : Encoding.UTF8.GetByteCount(token))];

    // Byte-level vocabularies write each byte as one character: printable ones as themselves, the others from U+0100 on.
    private static bool IsByteLevel(string token) =>
        token.All(character => character is (> ' ' and <= '~') or (>= '¡' and <= '¬') or (>= '®' and <= '\u0143'));

    private static bool IsByte(string token) =>
        token.Length == 6 && token.StartsWith("<0x", StringComparison.Ordinal) && token[5] == '>'
        && byte.TryParse(token.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _);

    private static int Sentence(string token) => IsByte(token) ? 1 : Encoding.UTF8.GetByteCount(token.Replace(SentenceSpace, ' '));
}
