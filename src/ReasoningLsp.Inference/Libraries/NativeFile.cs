using System.Buffers.Binary;
using System.Globalization;

namespace ReasoningLsp.Inference.Libraries;

/// <summary>
/// One of llama.cpp's libraries, looked at before the system's loader is: that one waits for a pipe without end, and on Linux the
/// process dies of a library that was cut off.
/// </summary>
internal static class NativeFile
{
    private const string Kind = "library of llama.cpp";
    private const int HeaderLength = 64;
    private const int SegmentLength = 56;
    private const int Loaded = 1;

    // ELF of 64 bits, the low byte first.
    private static ReadOnlySpan<byte> Magic => "\u007fELF\u0002\u0001"u8;

    /// <summary>Opens it to be read.</summary>
    /// <exception cref="InferenceException">It is no file, or cannot be read.</exception>
    public static FileStream Open(string path) => RegularFile.Open(path, Kind);

    /// <summary>Refuses what must not be given to the loader; whatever else is wrong the loader tells.</summary>
    /// <exception cref="InferenceException">It is no file, or not all of it is there.</exception>
    public static void Check(string path)
    {
        using var file = Open(path);
        if (Needed(file) is var needed && needed > file.Length)
            throw new InferenceException(InferenceError.WrongNatives, string.Create(CultureInfo.InvariantCulture,
                $"{path} is cut off: {file.Length:N0} of {needed:N0} bytes are there. {NativeFiles.Remedy}"));
    }

    /// <summary>How long an ELF file must be by its own tables; 0 of any other.</summary>
    private static long Needed(FileStream file)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith(Magic))
            return 0;
        var (segments, sections) = (Int64(header, 32), Int64(header, 40));
        if (Int16(header, 54) != SegmentLength || segments < 0 || sections < 0)
            return 0;
        var needed = Math.Max(segments, sections);
        // Not before, because a place beyond all files could be one below 0.
        if (needed <= file.Length)
            needed = Math.Max(segments + (Int16(header, 56) * SegmentLength), sections + ((long)Int16(header, 60) * Int16(header, 58)));
        if (needed > file.Length)
            return needed;
        Span<byte> segment = stackalloc byte[SegmentLength];
        file.Position = segments;
        for (var left = Int16(header, 56); left > 0; left--)
        {
            file.ReadExactly(segment);
            if (BinaryPrimitives.ReadInt32LittleEndian(segment) == Loaded)
                needed = Math.Max(needed, Int64(segment, 8) + Int64(segment, 32));
        }

        return needed;
    }

    private static int Int16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long Int64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
