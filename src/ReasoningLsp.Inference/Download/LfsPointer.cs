namespace ReasoningLsp.Inference.Download;

/// <summary>A small text that stands where Git LFS keeps a large file.</summary>
internal static class LfsPointer
{
    private const int Longest = 1_024;

    /// <summary>Whether the file is one.</summary>
    public static bool Is(string path) => new FileInfo(path).Length is > 0 and <= Longest
        && File.ReadAllBytes(path).AsSpan().StartsWith("version https://git-lfs.github.com/spec/"u8);
}
