namespace ReasoningLsp.Inference.Import;

/// <summary>What an import made.</summary>
/// <param name="Model">Full path of the GGUF file.</param>
/// <param name="Head">Full path of the head's file, or null where the checkpoint has none.</param>
/// <param name="Architecture">What the checkpoint calls itself.</param>
/// <param name="Tensors">How many tensors the model has.</param>
public sealed record ImportResult(string Model, string? Head, string Architecture, int Tensors);
