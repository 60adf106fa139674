namespace ReasoningLsp.Inference.Download;

/// <summary>How far a download is.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Bytes">Bytes that are there.</param>
/// <param name="Total">Bytes of the whole file, or null where the server does not say.</param>
/// <param name="Trouble">Why it is asked for again, in words; null as bytes arrive.</param>
public readonly record struct DownloadProgress(string File, long Bytes, long? Total, string? Trouble = null);
