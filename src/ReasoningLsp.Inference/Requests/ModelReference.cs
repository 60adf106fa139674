namespace ReasoningLsp.Inference.Requests;

/// <summary>A model to compute with.</summary>
/// <param name="Path">Full path of its GGUF file.</param>
/// <param name="Adapter">Full path of a LoRA adapter on it, or null.</param>
/// <param name="Cache">How keys and values are kept.</param>
public sealed record ModelReference(string Path, string? Adapter = null, CachePrecision Cache = CachePrecision.Half);
