using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using ReasoningLsp.Inference.Json;

namespace ReasoningLsp.Inference.Safetensors;

/// <summary>Reads safetensors files: the header with every claim checked, and tensors as 32-bit numbers.</summary>
internal static class SafetensorsReader
{
    private const int LargestHeader = 100 << 20;

    /// <summary>The tensors of one file, by name.</summary>
    /// <exception cref="InferenceException">It cannot be read, or is no sound safetensors file.</exception>
    public static ImmutableDictionary<string, SafetensorsTensor> ReadHeader(string path)
    {
        try
        {
            using var stream = RegularFile.Open(path, "safetensors file");
            return ReadHeader(path, stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile, $"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The numbers of a tensor.</summary>
    /// <exception cref="InferenceException">They cannot be read.</exception>
    public static float[] ReadValues(SafetensorsTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var values = new float[tensor.Elements];
        var bytes = new byte[tensor.Bytes];
        try
        {
            using var stream = File.OpenRead(tensor.File);
            stream.Position = tensor.Offset;
            stream.ReadExactly(bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile, $"{tensor.File} cannot be read: {error.Message}", error);
        }

        Widen(tensor.Type, bytes, values);
        return values;
    }

    /// <summary>Bytes of one number of this type, or null where the type is not read.</summary>
    public static int? SizeOf(string type) => type switch { "F32" => 4, "F16" or "BF16" => 2, _ => null };

    /// <summary>Numbers of a type to 32-bit numbers.</summary>
    internal static void Widen(string type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        switch (type)
        {
            case "F32":
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(values);
                break;
            case "F16":
                var halves = MemoryMarshal.Cast<byte, Half>(bytes);
                for (var i = 0; i < values.Length; i++)
                    values[i] = (float)halves[i];
                break;
            default:
                var shorts = MemoryMarshal.Cast<byte, ushort>(bytes);
                for (var i = 0; i < values.Length; i++)
                    values[i] = BitConverter.UInt32BitsToSingle((uint)shorts[i] << 16);
                break;
        }
    }

    private static ImmutableDictionary<string, SafetensorsTensor> ReadHeader(string path, FileStream stream)
    {
        var name = Path.GetFileName(path);
        Span<byte> prefix = stackalloc byte[8];
        if (stream.Length < 8)
            throw Bad(name, "is too short for a safetensors file");
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > LargestHeader || (long)length > stream.Length - 8)
            throw Bad(name, $"claims a header of {length:N0} bytes in a file of {stream.Length:N0}");
        var header = new byte[length];
        stream.ReadExactly(header);
        var tensors = ImmutableDictionary.CreateBuilder<string, SafetensorsTensor>(StringComparer.Ordinal);
        foreach (var entry in CheckpointForms.Safetensors.Read(header, $"{name}, broken header").EnumerateObject()
            .Where(entry => entry.Name != "__metadata__"))
            tensors.Add(entry.Name, Tensor(entry, path, 8 + (long)length, stream.Length));
        return tensors.ToImmutable();
    }

    private static SafetensorsTensor Tensor(JsonProperty entry, string path, long start, long length)
    {
        var name = Path.GetFileName(path);
        var type = entry.Value.GetProperty("dtype").GetString() ?? string.Empty;
        if (SizeOf(type) is not { } size)
            throw Bad(name, $"stores {entry.Name} as {type}; F32, F16 and BF16 are read");
        ImmutableArray<long> shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(item => item.GetInt64())];
        var offsets = entry.Value.GetProperty("data_offsets");
        var (from, to) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        var elements = shape.Aggregate((Int128)1, (product, each) => each < 0 ? Int128.MaxValue / 2 : product * each);
        if (from < 0 || to < from || to > length - start || elements * size != to - from)
            throw Bad(name, $"places {entry.Name} wrongly: {to - from:N0} bytes from {from:N0} for {string.Join("×", shape)} numbers "
                + $"of {type}");
        return new SafetensorsTensor(entry.Name, type, shape, path, start + from, to - from);
    }

    private static InferenceException Bad(string name, string what) => new(InferenceError.BadFile, $"{name} {what}.");
}
