using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Gguf;

/// <summary>The header of a GGUF file, found to be sound: what it declares lies within the file.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Length">Bytes of the file.</param>
/// <param name="HeaderLength">Bytes up to the first tensor's data.</param>
/// <param name="Metadata">Values by key: numbers, bool, string, or arrays of them.</param>
/// <param name="Tensors">In the order of the file.</param>
internal sealed record GgufFile(string Path, long Length, long HeaderLength, ImmutableDictionary<string, object> Metadata,
    ImmutableArray<GgufTensor> Tensors)
{
    /// <summary>Such as <c>llama</c>; empty where the file does not say.</summary>
    public string Architecture => Text("general.architecture") ?? string.Empty;

    /// <summary>A value that is text, or null.</summary>
    public string? Text(string key) => Metadata.GetValueOrDefault(key) as string;

    /// <summary>A value that is a whole number, or null.</summary>
    public long? Number(string key) => Metadata.GetValueOrDefault(key) switch
    {
        byte value => value,
        sbyte value => value,
        ushort value => value,
        short value => value,
        uint value => value,
        int value => value,
        long value => value,
        ulong value when value > long.MaxValue => null,
        ulong value => (long)value,
        _ => null,
    };

    /// <summary>A number of this architecture, such as <c>block_count</c>.</summary>
    public long? Parameter(string name) => Number($"{Architecture}.{name}");
}
