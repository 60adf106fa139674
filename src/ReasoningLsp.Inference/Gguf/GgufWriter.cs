using System.Text;

namespace ReasoningLsp.Inference.Gguf;

/// <summary>Writes a GGUF file: metadata first, then what tensors there will be, then their data in the same order.</summary>
internal sealed class GgufWriter
{
    private const int Alignment = 32;
    private readonly List<(string Key, object Value)> _metadata = [];
    private readonly List<(string Name, long[] Shape, TensorType Type, long Bytes)> _tensors = [];

    /// <summary>Adds a value: uint, int, float, bool, string, or an array of string, float or int.</summary>
    public void Add(string key, object value) => _metadata.Add((key, value));

    /// <summary>Announces a tensor, fastest dimension first.</summary>
    public void Announce(string name, long[] shape, TensorType type)
    {
        var elements = shape.Aggregate(1L, (product, length) => product * length);
        _tensors.Add((name, shape, type, elements / type.Block * type.Bytes));
    }

    /// <summary>Bytes that the data will take.</summary>
    public long DataLength => _tensors.Sum(tensor => Padded(tensor.Bytes));

    /// <summary>Writes everything; <paramref name="data"/> writes one tensor, named, whole.</summary>
    public void Write(Stream stream, Action<string, Stream> data)
    {
        using (var header = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            header.Write("GGUF"u8);
            header.Write(3u);
            header.Write((ulong)_tensors.Count);
            header.Write((ulong)_metadata.Count);
            foreach (var (key, value) in _metadata)
            {
                Text(header, key);
                Value(header, value);
            }

            var offset = 0L;
            foreach (var (name, shape, type, bytes) in _tensors)
            {
                Text(header, name);
                header.Write((uint)shape.Length);
                foreach (var length in shape)
                    header.Write((ulong)length);
                header.Write(type.Id);
                header.Write((ulong)offset);
                offset += Padded(bytes);
            }
        }

        Pad(stream);
        foreach (var (name, _, _, bytes) in _tensors)
        {
            var start = stream.Position;
            data(name, stream);
            if (stream.Position - start != bytes)
                throw new InvalidOperationException($"{name} took {stream.Position - start} bytes instead of {bytes}.");
            Pad(stream);
        }
    }

    private static long Padded(long length) => (length + Alignment - 1) / Alignment * Alignment;

    private static void Pad(Stream stream)
    {
        Span<byte> zeros = stackalloc byte[Alignment];
        zeros.Clear();
        stream.Write(zeros[..(int)(Padded(stream.Position) - stream.Position)]);
    }

    private static void Value(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case uint number:
                writer.Write((uint)GgufType.UInt32);
                writer.Write(number);
                break;
            case int number:
                writer.Write((uint)GgufType.Int32);
                writer.Write(number);
                break;
            case float number:
                writer.Write((uint)GgufType.Float32);
                writer.Write(number);
                break;
            case bool flag:
                writer.Write((uint)GgufType.Bool);
                writer.Write(flag);
                break;
            case string text:
                writer.Write((uint)GgufType.String);
                Text(writer, text);
                break;
            case string[] texts:
                Items(writer, GgufType.String, texts, text => Text(writer, text));
                break;
            case float[] numbers:
                Items(writer, GgufType.Float32, numbers, writer.Write);
                break;
            case int[] numbers:
                Items(writer, GgufType.Int32, numbers, writer.Write);
                break;
            default:
                throw new ArgumentException($"A {value.GetType()} cannot be written.", nameof(value));
        }
    }

    private static void Items<T>(BinaryWriter writer, GgufType type, T[] items, Action<T> write)
    {
        writer.Write((uint)GgufType.Array);
        writer.Write((uint)type);
        writer.Write((ulong)items.Length);
        foreach (var item in items)
            write(item);
    }

    private static void Text(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }
}
