namespace ReasoningLsp.Server.Models;

/// <summary>A build of the engine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Megabytes">To download.</param>
/// <param name="Needs">What it needs of the machine.</param>
public sealed record OfferedBackend(string Name, int Megabytes, string Needs);
