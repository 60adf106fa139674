using System.Buffers.Binary;
using System.Text;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Cli.Tests.Models;

/// <summary>A built-in model's file, to be spoilt byte by byte: its real header, and a hole where the weights are.</summary>
internal sealed class SpoiltModel
{
    private readonly List<byte> _header;

    private SpoiltModel(string name, int header)
    {
        var path = Repository.Path("models/" + name);
        Length = new FileInfo(path).Length;
        using var stream = File.OpenRead(path);
        var bytes = new byte[header];
        stream.ReadExactly(bytes);
        _header = [.. bytes];
    }

    /// <summary>Bytes to write in all; the header is cut where that is less.</summary>
    public long Length { get; set; }

    /// <summary>Bytes of the header.</summary>
    public int HeaderLength => _header.Count;

    /// <summary>Where the tensors' names begin, nearly.</summary>
    public int TensorsStart => Find("token_embd.weight");

    /// <summary>The base.</summary>
    public static SpoiltModel Base() => new("SmolLM2-135M-Instruct.Q4_1.gguf", 1_785_664);

    /// <summary>The adapter on it.</summary>
    public static SpoiltModel Adapter() => new("reasoning-prm-135m.lora.gguf", 19_360);

    /// <summary>Overwrites bytes.</summary>
    public SpoiltModel At(int offset, params ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
            _header[offset + i] = bytes[i];
        return this;
    }

    /// <summary>Overwrites 32 bits.</summary>
    public SpoiltModel UInt32At(int offset, uint value) => At(offset, BitConverter.GetBytes(value));

    /// <summary>Overwrites 64 bits.</summary>
    public SpoiltModel UInt64At(int offset, ulong value) => At(offset, BitConverter.GetBytes(value));

    /// <summary>Overwrites the 32 bits of a metadata value.</summary>
    public SpoiltModel Number(string key, uint value) => UInt32At(ValueOf(key), value);

    /// <summary>Overwrites the type of a metadata value.</summary>
    public SpoiltModel Type(string key, uint type) => UInt32At(ValueOf(key) - 4, type);

    /// <summary>Makes a name another one of the same length, so that the entry or tensor of this name is missing.</summary>
    public SpoiltModel Rename(string name, string other) => At(Find(name) + 8, Encoding.UTF8.GetBytes(other));

    /// <summary>Makes a text value another one.</summary>
    public SpoiltModel Text(string key, string value)
    {
        var at = ValueOf(key);
        var old = (int)BinaryPrimitives.ReadUInt64LittleEndian(Span(at, 8));
        UInt64At(at, (ulong)Encoding.UTF8.GetByteCount(value));
        _header.RemoveRange(at + 8, old);
        _header.InsertRange(at + 8, Encoding.UTF8.GetBytes(value));
        Length += 64;
        return this;
    }

    /// <summary>Where the value of a metadata entry begins.</summary>
    public int ValueOf(string key) => Find(key) + 8 + key.Length + 4;

    /// <summary>Where the type and place of a tensor begin, after its name and shape.</summary>
    public int AfterShape(string tensor)
    {
        var at = Find(tensor) + 8 + tensor.Length;
        return at + 4 + (8 * BinaryPrimitives.ReadInt32LittleEndian(Span(at, 4)));
    }

    /// <summary>Where a tensor's number of dimensions stands.</summary>
    public int Shape(string tensor) => Find(tensor) + 8 + tensor.Length;

    /// <summary>Keeps only so many items of an array of numbers of 32 bits.</summary>
    public SpoiltModel Shorten(string key, int count)
    {
        var at = ValueOf(key);
        var old = (int)BinaryPrimitives.ReadUInt64LittleEndian(Span(at + 4, 8));
        UInt64At(at + 4, (ulong)count);
        _header.RemoveRange(at + 12 + (4 * count), 4 * (old - count));
        return this;
    }

    /// <summary>Writes the file.</summary>
    public void Write(string path)
    {
        using var stream = File.Create(path);
        stream.Write([.. _header.Take((int)Math.Min(Length, _header.Count))]);
        // A hole takes no room on the disk.
        stream.SetLength(Length);
    }

    private ReadOnlySpan<byte> Span(int at, int length) => _header.Skip(at).Take(length).ToArray();

    private int Find(string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        byte[] wanted = [.. BitConverter.GetBytes((ulong)text.Length), .. text];
        var at = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_header).IndexOf(wanted);
        return at >= 0 ? at : throw new ArgumentException($"The header holds no {name}.", nameof(name));
    }
}
