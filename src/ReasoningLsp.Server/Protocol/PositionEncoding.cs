namespace ReasoningLsp.Server.Protocol;

/// <summary>What a client counts within a line.</summary>
internal enum PositionEncoding
{
    /// <summary>UTF-16 code units, which every client understands.</summary>
    Utf16,

    /// <summary>Bytes of UTF-8.</summary>
    Utf8,

    /// <summary>Code points.</summary>
    Utf32,
}
