namespace ReasoningLsp.Inference.Engine;

/// <summary>Background work gave way to a person's; what it decoded is kept, and it goes on later.</summary>
internal sealed class PreemptedException : Exception;
