namespace ReasoningLsp.Review.Models;

/// <summary>A model that the user made known under a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Profile">Name of a profile, or full path of a profile's file.</param>
/// <param name="Model">Full path of the GGUF file.</param>
/// <param name="Adapter">Full path of a LoRA adapter, or null.</param>
/// <param name="Head">Full path of the head, or null.</param>
/// <param name="Reference">Full path of the model compared with, or null.</param>
/// <param name="Criterion">What the user wants to be judged by, or null.</param>
public sealed record InstalledModel(string Name, string Profile, string Model, string? Adapter = null, string? Head = null, string? Reference = null, string? Criterion = null);
