using System.Text;

namespace ReasoningLsp.Traces.Files;

/// <summary>Turns the bytes of a file into text: UTF-8, UTF-16 and UTF-32 with a byte order mark,
/// or Windows-1252 where the bytes are no UTF-8 and look like it.</summary>
public static class TraceFile
{
    private static readonly Encoding[] Marked =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true), // before UTF-16, whose mark begins it
        new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
    ];

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="IOException">The file cannot be read, or is too long.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<DecodedText> LoadAsync(string path, CancellationToken cancellation) =>
        Decode(await Task.Run(() => BoundedFile.Read(path), cancellation).ConfigureAwait(false));

    /// <summary>Decodes <paramref name="bytes"/>; what is no text becomes U+FFFD and is reported once.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = EncodingOf(bytes);
        if (encoding is null && InvalidUtf8.Find(bytes) is { IsEmpty: false } && WesternText.Of(bytes) is { } western)
            return new DecodedText(western.GetString(bytes), western, false, []) { IsGuessed = true };
        if (encoding is null)
            return new DecodedText(Encoding.UTF8.GetString(bytes), Encoding.UTF8, false, InvalidUtf8.Find(bytes));
        var body = bytes[encoding.GetPreamble().Length..];
        var errors = encoding is UTF8Encoding ? InvalidUtf8.Find(body) : [];
        return new DecodedText(encoding.GetString(body), encoding, true, errors);
    }

    /// <summary>The encoding whose byte order mark <paramref name="bytes"/> begin with, or null.</summary>
    internal static Encoding? EncodingOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in Marked)
            if (bytes.StartsWith(encoding.Preamble))
                return encoding;
        return null;
    }
}
