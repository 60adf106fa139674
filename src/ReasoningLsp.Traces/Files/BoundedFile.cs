namespace ReasoningLsp.Traces.Files;

/// <summary>Reads a file or a stream to its end, but no further than a size that no text has: a device may never end.</summary>
public static class BoundedFile
{
    /// <summary>Most bytes of a file that is read as a whole.</summary>
    public const int Longest = 128 << 20;

    /// <summary>Most bytes of a file that says what holds in a folder, such as a configuration.</summary>
    public const int LongestOfFolder = 64 << 20;

    private const int FirstRead = 1 << 16;

    /// <summary>The bytes of the file at <paramref name="path"/>.</summary>
    /// <exception cref="IOException">It cannot be read, or is longer than <paramref name="longest"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path, int longest = Longest)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        return Read(file, longest);
    }

    /// <summary>What is left of <paramref name="stream"/>, which is not closed.</summary>
    /// <exception cref="IOException">It cannot be read, or is longer than <paramref name="longest"/>.</exception>
    public static byte[] Read(Stream stream, int longest = Longest)
    {
        ArgumentNullException.ThrowIfNull(stream);
        // The length is a hint: a device, a pipe and files of the system say none, and others grow.
        var expected = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (expected > longest)
            throw TooLong(longest);
        var bytes = new byte[Math.Max(expected + 1, FirstRead)];
        var length = 0;
        while (stream.Read(bytes, length, bytes.Length - length) is > 0 and var read)
        {
            length += read;
            if (length > longest)
                throw TooLong(longest);
            if (length == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(2L * length, longest + 1L));
        }

        Array.Resize(ref bytes, length);
        return bytes;
    }

    /// <summary>The text of a file that says what holds in a folder; what is no text in it becomes U+FFFD.</summary>
    /// <exception cref="IOException">It cannot be read, or is longer than such a file is.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string ReadText(string path) => TraceFile.Decode(ReadOfFolder(path)).Text;

    /// <summary>The bytes of a file that says what holds in a folder. A pipe, as which such a file may lie there, would be waited for: it
    /// says that it holds nothing, and is taken at its word, unless it was handed over by a shell.</summary>
    /// <exception cref="IOException">It cannot be read, or is longer than such a file is.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] ReadOfFolder(string path)
    {
        var file = new FileInfo(path);
        if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
            file = target;
        return file is { Exists: true, Length: 0 } && !IsHandedOver(path) ? [] : Read(path, LongestOfFolder);
    }

    private static bool IsHandedOver(string path) =>
        path.StartsWith("/dev/fd/", StringComparison.Ordinal) || path.StartsWith("/proc/self/fd/", StringComparison.Ordinal);

    private static IOException TooLong(int longest) => new(
        $"it is longer than the {longest >> 20} MiB that are read as a whole. Split it; records in JSON Lines may be more.");
}
