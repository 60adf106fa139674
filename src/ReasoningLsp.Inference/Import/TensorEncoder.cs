using System.Runtime.InteropServices;
using ReasoningLsp.Inference.Gguf;

namespace ReasoningLsp.Inference.Import;

/// <summary>Numbers to bytes of a tensor type.</summary>
internal static class TensorEncoder
{
    private const int Block = 32;

    /// <summary>Writes a row.</summary>
    public static void Write(Stream stream, ReadOnlySpan<float> row, TensorType type)
    {
        if (type == TensorType.F32)
        {
            stream.Write(MemoryMarshal.AsBytes(row));
            return;
        }

        if (type == TensorType.Q8_0)
        {
            WriteQ8(stream, row);
            return;
        }

        var shorts = new ushort[row.Length];
        for (var i = 0; i < row.Length; i++)
            shorts[i] = type == TensorType.F16 ? BitConverter.HalfToUInt16Bits((Half)row[i]) : ToBrain(row[i]);
        stream.Write(MemoryMarshal.AsBytes<ushort>(shorts));
    }

    /// <summary>The nearest number of 16 bits with the range of 32, halves to even.</summary>
    private static ushort ToBrain(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? (ushort)((bits >> 16) | 64) : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    /// <summary>Blocks of 32 numbers as multiples of a 127th of the largest.</summary>
    private static void WriteQ8(Stream stream, ReadOnlySpan<float> row)
    {
        Span<byte> bytes = stackalloc byte[TensorType.Q8_0.Bytes];
        for (var at = 0; at < row.Length; at += Block)
        {
            var block = row.Slice(at, Block);
            var largest = 0f;
            foreach (var value in block)
                largest = Math.Max(largest, Math.Abs(value));
            var unit = largest / 127;
            var inverse = unit == 0 ? 0 : 1 / unit;
            BitConverter.TryWriteBytes(bytes, (Half)unit);
            for (var i = 0; i < Block; i++)
                bytes[2 + i] = (byte)(sbyte)MathF.Round(block[i] * inverse, MidpointRounding.AwayFromZero);
            stream.Write(bytes);
        }
    }
}
