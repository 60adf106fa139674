using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Gguf;

/// <summary>A tensor's place in the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Fastest dimension first.</param>
/// <param name="Type">How its numbers are stored.</param>
/// <param name="Offset">From the start of the file.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record GgufTensor(string Name, ImmutableArray<long> Shape, TensorType Type, long Offset, long Bytes);
