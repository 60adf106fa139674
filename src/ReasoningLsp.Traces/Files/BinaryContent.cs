namespace ReasoningLsp.Traces.Files;

/// <summary>Tells files that are no text: archives, documents of office programs, pictures, programs.</summary>
public static class BinaryContent
{
    private const int LongestLook = 8192;

    // One in so many of a text may be one.
    private const int FewestOfControls = 20;

    /// <summary>Why the bytes are no text, and what would mend it; null where they may be some.</summary>
    public static string? Refusal(ReadOnlySpan<byte> bytes)
    {
        if (TraceFile.EncodingOf(bytes) is not null)
            return null;
        if (bytes.StartsWith("%PDF-"u8))
            return "This is a PDF and no text: save what it says as text, Markdown or LaTeX.";
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
            return "This is a packed file (.zip, .docx, .xlsx, .odt) and no text: unpack it, or save the document as text.";
        var head = bytes[..Math.Min(bytes.Length, LongestLook)];
        // A stray zero stands in texts too, among thousands of letters.
        if (head.Count((byte)0) * 100 > head.Length)
            return "This is no text: it holds bytes of zero. If it is UTF-16 without its mark, save it as UTF-8.";
        var controls = 0;
        foreach (var one in head)
            controls += IsControl(one) ? 1 : 0;
        return controls * FewestOfControls > head.Length
            ? "This is no text: it is full of control characters, as pictures and packed files are. Save what it says as text." : null;
    }

    // Beside white space and the escape that colours a terminal.
    private static bool IsControl(byte one) => one < 0x20 && one is not ((>= 0x08 and <= 0x0D) or 0x1B);
}
