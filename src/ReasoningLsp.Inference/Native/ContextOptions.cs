using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Native;

/// <summary>How a context is made.</summary>
/// <param name="Cells">Tokens that its cache holds.</param>
/// <param name="Sequences">Sequences that it tells apart.</param>
/// <param name="Threads">Threads that compute.</param>
/// <param name="Cache">How keys and values are kept.</param>
/// <param name="IsFused">Whether attention may be computed in one operation (flash attention).</param>
internal sealed record ContextOptions(int Cells, int Sequences, int Threads, CachePrecision Cache, bool IsFused);
