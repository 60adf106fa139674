namespace ReasoningLsp.Server.Models;

/// <summary>A GPU.</summary>
/// <param name="Name">As the engine names it.</param>
/// <param name="Memory">Gigabytes of its memory.</param>
public sealed record OfferedGpu(string Name, double Memory);
