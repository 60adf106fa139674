using System.Buffers.Binary;
using System.Text;

namespace ReasoningLsp.Cli.Tests.Models;

/// <summary>A safetensors file to be spoilt: its header as text, and its data.</summary>
internal sealed class SpoiltHead
{
    private byte[] _data;

    /// <summary>Reads a sound file.</summary>
    public SpoiltHead(string path)
    {
        var bytes = File.ReadAllBytes(path);
        HeaderLength = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Header = Encoding.UTF8.GetString(bytes, 8, (int)HeaderLength);
        _data = bytes[(8 + (int)HeaderLength)..];
    }

    /// <summary>What the file claims of its header's length.</summary>
    public ulong HeaderLength { get; set; }

    /// <summary>The header.</summary>
    public string Header { get; private set; }

    /// <summary>Writes something else in the header, and the length that it then has.</summary>
    public SpoiltHead Replace(string old, string other)
    {
        if (!Header.Contains(old, StringComparison.Ordinal))
            throw new ArgumentException($"The header holds no {old}.", nameof(old));
        Header = Header.Replace(old, other, StringComparison.Ordinal);
        HeaderLength = (ulong)Encoding.UTF8.GetByteCount(Header);
        return this;
    }

    /// <summary>Overwrites a number of the data.</summary>
    public SpoiltHead Number(int index, float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(_data.AsSpan(index * 4), value);
        return this;
    }

    /// <summary>Keeps so many bytes of the data.</summary>
    public SpoiltHead Cut(int length)
    {
        _data = _data[..length];
        return this;
    }

    /// <summary>Writes the file, or only so many bytes of it.</summary>
    public void Write(string path, int length = int.MaxValue)
    {
        byte[] bytes = [.. BitConverter.GetBytes(HeaderLength), .. Encoding.UTF8.GetBytes(Header), .. _data];
        File.WriteAllBytes(path, bytes[..Math.Min(length, bytes.Length)]);
    }
}
