using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace ReasoningLsp.Inference.Gguf;

/// <summary>Reads the header of a GGUF file and refuses, with the reason, whatever llama.cpp would not survive.</summary>
internal sealed class GgufReader
{
    private const uint Magic = 0x46554747;
    private const int DefaultAlignment = 32;
    private const int MaximumName = 65_535;
    private const int MaximumDimensions = 4;
    private const int MaximumEntries = 1 << 20;

    private readonly Stream _stream;
    private readonly long _length;
    private readonly string _name;
    private readonly byte[] _number = new byte[8];

    private GgufReader(Stream stream, string path)
    {
        _stream = stream;
        _length = stream.Length;
        _name = Path.GetFileName(path);
    }

    /// <summary>Reads the header of the file at <paramref name="path"/>.</summary>
    /// <exception cref="InferenceException">It cannot be read, or is no sound GGUF file.</exception>
    public static GgufFile Read(string path)
    {
        try
        {
            using var stream = RegularFile.Open(path, "GGUF file");
            return new GgufReader(stream, path).Read(Path.GetFullPath(path), stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var kind = error is EndOfStreamException ? InferenceError.BadFile : InferenceError.NoFile;
            throw new InferenceException(kind,
                error is EndOfStreamException ? $"{Path.GetFileName(path)} is cut off: it ends within its header."
                : $"{path} cannot be read: {error.Message}", error);
        }
    }

    private GgufFile Read(string path, FileStream stream)
    {
        if (_length < 24 || UInt32() != Magic)
            throw Bad("is no GGUF file: it does not begin with GGUF");
        var version = UInt32();
        if (version is not (2 or 3))
            throw Bad($"is GGUF version {version}; versions 2 and 3 are known");
        var tensorCount = Count(UInt64(), 24, "tensors");
        var entryCount = Count(UInt64(), 13, "metadata entries");
        var metadata = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        for (var i = 0; i < entryCount; i++)
        {
            var key = Text(MaximumName, "a key");
            if (!metadata.TryAdd(key, Value(key, (GgufType)UInt32())))
                throw Bad($"gives \"{key}\" twice");
        }

        var declared = new List<(string Name, ImmutableArray<long> Shape, TensorType Type, ulong Offset)>(tensorCount);
        for (var i = 0; i < tensorCount; i++)
            declared.Add(Tensor());
        var alignment = metadata.GetValueOrDefault("general.alignment") is uint given ? given : DefaultAlignment;
        if (alignment == 0 || (alignment & (alignment - 1)) != 0)
            throw Bad($"has an alignment of {alignment}, which is no power of two");
        var start = (stream.Position + alignment - 1) / alignment * alignment;
        return new GgufFile(path, _length, start, metadata.ToImmutable(), Place(declared, start, alignment));
    }

    private ImmutableArray<GgufTensor> Place(List<(string Name, ImmutableArray<long> Shape, TensorType Type, ulong Offset)> declared,
        long start, long alignment)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tensors = ImmutableArray.CreateBuilder<GgufTensor>(declared.Count);
        Int128 next = 0;
        foreach (var (name, shape, type, offset) in declared)
        {
            if (!names.Add(name))
                throw Bad($"holds the tensor {name} twice");
            if (shape[0] % type.Block != 0)
                throw Bad($"stores {name} as {type.Name}, which takes rows of a multiple of {type.Block}, not {shape[0]}");
            var elements = shape.Aggregate((Int128)1, (product, length) => product * length);
            var bytes = elements / type.Block * type.Bytes;
            if (offset % (ulong)alignment != 0)
                throw Bad($"places {name} where no tensor may begin");
            if ((Int128)start + offset + bytes > _length)
                throw Bad($"is cut off: {name} lies outside of its {_length:N0} bytes");
            // llama.cpp reads them one behind the other; elsewhere a shape or a type is not the real one.
            if (offset != next)
                throw Bad($"places {name} at {offset:N0} where {next:N0} is expected: a shape or a type is wrong");
            next += (bytes + alignment - 1) / alignment * alignment;
            tensors.Add(new GgufTensor(name, shape, type, start + (long)offset, (long)bytes));
        }

        return tensors.MoveToImmutable();
    }

    private (string Name, ImmutableArray<long> Shape, TensorType Type, ulong Offset) Tensor()
    {
        var name = Text(MaximumName, "a tensor's name");
        var dimensions = UInt32();
        if (dimensions is 0 or > MaximumDimensions)
            throw Bad($"gives {name} {dimensions} dimensions");
        var shape = ImmutableArray.CreateBuilder<long>((int)dimensions);
        for (var i = 0; i < dimensions; i++)
        {
            var length = UInt64();
            if (length is 0 or > int.MaxValue)
                throw Bad($"gives {name} a dimension of {length}");
            shape.Add((long)length);
        }

        var type = (int)UInt32();
        return (name, shape.MoveToImmutable(), TensorType.Find(type) ?? throw Bad($"stores {name} in the unknown type {type}"), UInt64());
    }

    private object Value(string key, GgufType type) => type switch
    {
        GgufType.UInt8 => Byte(),
        GgufType.Int8 => (sbyte)Byte(),
        GgufType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2)),
        GgufType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(Bytes(2)),
        GgufType.UInt32 => UInt32(),
        GgufType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4)),
        GgufType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(Bytes(4)),
        GgufType.Bool => Byte() != 0,
        GgufType.String => Text(_length, $"\"{key}\""),
        GgufType.UInt64 => UInt64(),
        GgufType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8)),
        GgufType.Float64 => BinaryPrimitives.ReadDoubleLittleEndian(Bytes(8)),
        GgufType.Array => Items(key),
        _ => throw Bad($"gives \"{key}\" the unknown type {(int)type}"),
    };

    private Array Items(string key)
    {
        var type = (GgufType)UInt32();
        var size = SizeOf(type) ?? throw Bad($"gives \"{key}\" items of the unknown type {(int)type}");
        var count = Count(UInt64(), size, $"items in \"{key}\"");
        if (type == GgufType.String)
            return Strings(key, count);
        var items = Array.CreateInstance(Value0(type).GetType(), count);
        for (var i = 0; i < count; i++)
            items.SetValue(Value(key, type), i);
        return items;
    }

    private string[] Strings(string key, int count)
    {
        // A vocabulary that names a token twice makes llama.cpp end the process.
        // It reads a name up to its first NUL, and gives nameless tokens names.
        var isVocabulary = key == "tokenizer.ggml.tokens";
        var seen = isVocabulary ? new Dictionary<string, int>(count, StringComparer.Ordinal) : null;
        var items = new string[count];
        for (var i = 0; i < count; i++)
        {
            var bytes = TextBytes(_length, $"\"{key}\"");
            items[i] = Encoding.UTF8.GetString(bytes);
            var read = bytes.AsSpan(0, Array.IndexOf(bytes, (byte)0) is >= 0 and var end ? end : bytes.Length);
            if (seen is not null && read.Length > 0 && !seen.TryAdd(Encoding.Latin1.GetString(read), i))
                throw Bad($"names the token \"{items[i]}\" twice in its vocabulary");
        }

        return items;
    }

    private static object Value0(GgufType type) => type switch
    {
        GgufType.UInt8 => (byte)0,
        GgufType.Int8 => (sbyte)0,
        GgufType.UInt16 => (ushort)0,
        GgufType.Int16 => (short)0,
        GgufType.UInt32 => 0u,
        GgufType.Int32 => 0,
        GgufType.Float32 => 0f,
        GgufType.Bool => false,
        GgufType.UInt64 => 0ul,
        GgufType.Int64 => 0L,
        _ => 0d,
    };

    private static int? SizeOf(GgufType type) => type switch
    {
        GgufType.UInt8 or GgufType.Int8 or GgufType.Bool => 1,
        GgufType.UInt16 or GgufType.Int16 => 2,
        GgufType.UInt32 or GgufType.Int32 or GgufType.Float32 => 4,
        GgufType.String or GgufType.UInt64 or GgufType.Int64 or GgufType.Float64 => 8,
        _ => null,
    };

    private int Count(ulong count, int least, string what)
    {
        var most = what.StartsWith("items", StringComparison.Ordinal) ? (ulong)int.MaxValue : MaximumEntries;
        if (count > most || count > (ulong)(_length - _stream.Position) / (ulong)least)
            throw Bad($"claims {count:N0} {what}, more than its {_length:N0} bytes can hold");
        return (int)count;
    }

    private string Text(long longest, string what) => Encoding.UTF8.GetString(TextBytes(longest, what));

    private byte[] TextBytes(long longest, string what)
    {
        var length = UInt64();
        if (length > (ulong)Math.Min(longest, _length - _stream.Position))
            throw Bad($"claims {length:N0} bytes for {what}, more than it holds");
        var bytes = new byte[length];
        _stream.ReadExactly(bytes);
        return bytes;
    }

    private ReadOnlySpan<byte> Bytes(int count)
    {
        _stream.ReadExactly(_number.AsSpan(0, count));
        return _number.AsSpan(0, count);
    }

    private byte Byte() => Bytes(1)[0];

    private uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    private ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    private InferenceException Bad(string what) => new(InferenceError.BadFile, $"{_name} {what}.");
}
