using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Safetensors;

/// <summary>A tensor in a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">F32, F16 or BF16.</param>
/// <param name="Shape">Slowest dimension first.</param>
/// <param name="File">The file that holds it.</param>
/// <param name="Offset">From the start of that file.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record SafetensorsTensor(string Name, string Type, ImmutableArray<long> Shape, string File, long Offset, long Bytes)
{
    /// <summary>How many numbers it holds.</summary>
    public long Elements => Shape.Aggregate(1L, (product, length) => product * length);
}
