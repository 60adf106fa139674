using System.Text;

namespace ReasoningLsp.Traces.Files;

/// <summary>Reads files of Windows-1252, of which Latin-1 is a part, where nothing says otherwise: old editors write umlauts, quotation
/// marks and the sign of multiplication so.</summary>
internal static class WesternText
{
    // In Russian, Greek or Chinese of an older encoding nearly every sign is above ASCII.
    private const int LongestRun = 3, FewestPlainOfOne = 4;

    private static readonly Encoding s_encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252,
        EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The encoding, where the bytes are such text and come out again as they are; else null.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes) =>
        IsLikely(bytes) && s_encoding.GetString(bytes) is var text && !HasForeignLetters(text)
            && s_encoding.GetBytes(text).AsSpan().SequenceEqual(bytes) ? s_encoding : null;

    private static bool IsLikely(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \t\r\n"u8);
        // JSON is UTF-8 by its standard: there a byte that is none is a fault.
        if (start.Length == 0 || start[0] is (byte)'{' or (byte)'[')
            return false;
        int high = 0, run = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var unit = bytes[i];
            // Bytes that stand for nothing, for a letter that hardly a word has, or steer a device.
            if (unit is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D or 0xFF or < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C))
                return false;
            run = unit >= 0x80 ? run + 1 : 0;
            high += unit >= 0x80 ? 1 : 0;
            // A sign of several bytes that is whole: the file is UTF-8 and broken elsewhere.
            if (run > LongestRun || (unit >= 0xC2 && Rune.DecodeFromUtf8(bytes[i..], out _, out _) == System.Buffers.OperationStatus.Done))
                return false;
        }

        return high * FewestPlainOfOne <= bytes.Length;
    }

    // The letters of Polish, Czech or Hungarian that would be read as ³, ¹ or ±: "by³a".
    private static bool HasForeignLetters(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
            if (text[i] is '¹' or '²' or '³' or '±' or '¼' or '½' or '¾' or '¿' or '¡' or '¶' or '¦' or '¬' or '¯' or '¸' or '¨'
                && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]))
                return true;
        return false;
    }
}
