using System.Buffers.Binary;
using System.Security.Cryptography;
using ReasoningLsp.Inference.Gguf;

namespace ReasoningLsp.Inference.Engine;

/// <summary>Names a model file by its content without reading all of it: header, length and evenly spaced samples of the data.</summary>
internal static class ModelHash
{
    private const int Samples = 64;
    private const int SampleLength = 16 << 10;
    private const int Bytes = 16;

    /// <summary>32 hexadecimal digits.</summary>
    public static string Of(GgufFile file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = File.OpenRead(file.Path);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, file.Length);
        hash.AppendData(length);
        var buffer = new byte[SampleLength];
        for (var left = file.HeaderLength; left > 0;)
            left -= Append(hash, stream, buffer, (int)Math.Min(left, buffer.Length));
        var data = file.Length - file.HeaderLength;
        for (var i = 0; i < Samples && data > 0; i++)
        {
            stream.Position = file.HeaderLength + (long)((Int128)Math.Max(0, data - SampleLength) * i / (Samples - 1));
            Append(hash, stream, buffer, (int)Math.Min(data, buffer.Length));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }

    private static int Append(IncrementalHash hash, FileStream stream, byte[] buffer, int count)
    {
        var read = stream.ReadAtLeast(buffer.AsSpan(0, count), count, throwOnEndOfStream: false);
        hash.AppendData(buffer, 0, read);
        return read == 0 ? int.MaxValue : read;
    }
}
