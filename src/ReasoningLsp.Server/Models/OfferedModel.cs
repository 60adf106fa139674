namespace ReasoningLsp.Server.Models;

/// <summary>A model that a setting can name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it is, for a person.</param>
/// <param name="Use">The setting that takes it: scores or judge.</param>
public sealed record OfferedModel(string Name, string Description, string Use);
