using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ReasoningLsp.Traces.Files;

/// <summary>Finds where bytes stop being UTF-8.</summary>
internal static class InvalidUtf8
{
    /// <summary>The first place, in the decoded text; none where all is well.</summary>
    public static ImmutableArray<ReadError> Find(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return [];
        var valid = ValidLength(bytes);
        var at = Encoding.UTF8.GetCharCount(bytes[..valid]);
        var message = string.Create(CultureInfo.InvariantCulture,
            $"Byte {valid + 1} (0x{bytes[valid]:X2}) is no UTF-8; such bytes are read as U+FFFD. Save the file as UTF-8.");
        return [new ReadError("invalid-utf8", message, new TextSpan(at, 1))];
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            at += consumed;
        return at;
    }
}
