namespace ReasoningLsp.Inference;

/// <summary>Tells one state of a file from another without reading it.</summary>
/// <param name="Path">Full path, links followed.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Written">When it was written last.</param>
public readonly record struct FileStamp(string Path, long Length, DateTime Written);
