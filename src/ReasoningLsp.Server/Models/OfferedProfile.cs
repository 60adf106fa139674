namespace ReasoningLsp.Server.Models;

/// <summary>How a model is fed and read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">For people.</param>
public sealed record OfferedProfile(string Name, string Title);
