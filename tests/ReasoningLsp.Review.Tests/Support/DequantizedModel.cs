using System.Buffers.Binary;
using System.Text;

namespace ReasoningLsp.Review.Tests.Support;

/// <summary>A copy of a GGUF file whose quantised weights (Q4_1 and Q8_0) are written out as the numbers that they stand for.</summary>
internal static class DequantizedModel
{
    private const int F32 = 0;
    private const int Q4 = 3;
    private const int Q8 = 8;
    private const int Block = 32;
    private const int Alignment = 32;

    /// <summary>Writes it; the metadata stays as it is.</summary>
    public static string Write(string source, string target)
    {
        var bytes = File.ReadAllBytes(source);
        var at = 8;
        var tensors = (int)Number(bytes, ref at);
        var keys = (int)Number(bytes, ref at);
        for (var key = 0; key < keys; key++)
        {
            SkipText(bytes, ref at);
            SkipValue(bytes, ref at, Integer(bytes, ref at));
        }

        var metadata = at;
        var infos = new List<(byte[] Name, long[] Shape, int Type, long Offset)>();
        for (var tensor = 0; tensor < tensors; tensor++)
        {
            var name = Text(bytes, ref at);
            var shape = new long[Integer(bytes, ref at)];
            for (var i = 0; i < shape.Length; i++)
                shape[i] = Number(bytes, ref at);
            infos.Add((name, shape, Integer(bytes, ref at), Number(bytes, ref at)));
        }

        var data = Padded(at);
        using var output = File.Create(target);
        output.Write(bytes.AsSpan(0, metadata));
        using (var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true))
        {
            var offset = 0L;
            foreach (var (name, shape, _, _) in infos)
            {
                writer.Write((ulong)name.Length);
                writer.Write(name);
                writer.Write(shape.Length);
                foreach (var length in shape)
                    writer.Write(length);
                writer.Write(F32);
                writer.Write(offset);
                offset += Padded(Count(shape) * sizeof(float));
            }
        }

        foreach (var (_, shape, type, offset) in infos)
        {
            output.Write(new byte[Padded(output.Position) - output.Position]);
            Copy(bytes.AsSpan((int)(data + offset)), Count(shape), type, output);
        }

        return target;
    }

    private static void Copy(ReadOnlySpan<byte> from, long count, int type, Stream output)
    {
        var size = type switch { F32 => Block * sizeof(float), Q4 => 20, Q8 => 34, _ => throw new NotSupportedException($"type {type}") };
        Span<float> values = stackalloc float[Block];
        for (var block = 0L; block < (count + Block - 1) / Block; block++)
        {
            var one = from[(int)(block * size)..];
            var length = (int)Math.Min(Block, count - (block * Block));
            for (var i = 0; i < length; i++)
            {
                values[i] = type switch
                {
                    F32 => BinaryPrimitives.ReadSingleLittleEndian(one[(i * sizeof(float))..]),
                    Q8 => (float)BinaryPrimitives.ReadHalfLittleEndian(one) * (sbyte)one[2 + i],
                    // The low halves of the bytes are the first sixteen.
                    _ => ((float)BinaryPrimitives.ReadHalfLittleEndian(one) * (i < 16 ? one[4 + i] & 15 : one[4 + i - 16] >> 4))
                        + (float)BinaryPrimitives.ReadHalfLittleEndian(one[2..]),
                };
            }

            output.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values[..length]));
        }
    }

    private static long Count(long[] shape) => shape.Aggregate(1L, (product, length) => product * length);

    private static long Padded(long length) => (length + Alignment - 1) / Alignment * Alignment;

    private static int Integer(byte[] bytes, ref int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan((at += 4) - 4));

    private static long Number(byte[] bytes, ref int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan((at += 8) - 8));

    private static byte[] Text(byte[] bytes, ref int at)
    {
        var length = (int)Number(bytes, ref at);
        return bytes[at..(at += length)];
    }

    private static void SkipText(byte[] bytes, ref int at)
    {
        var length = (int)Number(bytes, ref at);
        at += length;
    }

    private static void SkipValue(byte[] bytes, ref int at, int type)
    {
        switch (type)
        {
            case 8:
                SkipText(bytes, ref at);
                break;
            case 9:
                var item = Integer(bytes, ref at);
                for (var left = Number(bytes, ref at); left > 0; left--)
                    SkipValue(bytes, ref at, item);
                break;
            default:
                at += type switch { 0 or 1 or 7 => 1, 2 or 3 => 2, 4 or 5 or 6 => 4, _ => 8 };
                break;
        }
    }
}
