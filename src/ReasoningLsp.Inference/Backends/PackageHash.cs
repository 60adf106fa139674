using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ReasoningLsp.Inference.Backends;

/// <summary>
/// The hash that NuGet signs: of the archive as it was before its signature was put in. The signature is the last file, its
/// record stands in the directory, and the end names counts, size and place of that directory.
/// </summary>
internal static class PackageHash
{
    private const int EndLength = 22;
    private const int RecordLength = 46;
    private const int LocalLength = 30;
    private const int LongestComment = 1 << 16;

    /// <summary>SHA-256 of the archive without its file <paramref name="signature"/>.</summary>
    /// <exception cref="InvalidDataException">It is no archive, or the signature does not stand at its end.</exception>
    public static byte[] Of(FileStream file, string signature)
    {
        var tail = Read(file, Math.Max(0, file.Length - EndLength - LongestComment), file.Length);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndLength > tail.Length)
            throw new InvalidDataException("It has no directory.");
        var end = tail[at..];
        var endPlace = file.Length - end.Length;
        var (count, size, start) = (UInt16(end, 10), UInt32(end, 12), UInt32(end, 16));
        if (start + size != endPlace)
            throw new InvalidDataException("Its directory does not stand before its end.");
        var directory = Read(file, start, endPlace);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var kept = new MemoryStream();
        long? local = null;
        for (var (place, i) = (0, 0); i < count; i++)
        {
            if (place + RecordLength > directory.Length || !directory.AsSpan(place).StartsWith("PK\x01\x02"u8))
                throw new InvalidDataException("Its directory is broken.");
            var nameLength = UInt16(directory, place + 28);
            var length = RecordLength + nameLength + UInt16(directory, place + 30) + UInt16(directory, place + 32);
            if (place + length > directory.Length)
                throw new InvalidDataException("Its directory is broken.");
            if (Encoding.UTF8.GetString(directory, place + RecordLength, nameLength) == signature)
                local = local is null ? UInt32(directory, place + 42) : throw new InvalidDataException("It has two signatures.");
            else
                kept.Write(directory, place, length);
            place += length;
        }

        if (local is not { } from || from + LocalLength > start)
            throw new InvalidDataException("Its signature is nowhere.");
        var header = Read(file, from, from + LocalLength);
        if (from + LocalLength + UInt16(header, 26) + UInt16(header, 28) + UInt32(header, 18) != start)
            throw new InvalidDataException("Its signature is not its last file.");
        Append(hash, file, from);
        hash.AppendData(kept.ToArray());
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)(UInt16(end, 8) - 1));
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)(count - 1));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)kept.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)from);
        hash.AppendData(end);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, FileStream file, long count)
    {
        file.Position = 0;
        var buffer = new byte[1 << 16];
        for (; count > 0; count -= buffer.Length)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(count, buffer.Length));
            file.ReadExactly(part);
            hash.AppendData(part);
        }
    }

    private static byte[] Read(FileStream file, long from, long to)
    {
        file.Position = from;
        var bytes = new byte[to - from];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static int UInt16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static long UInt32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
