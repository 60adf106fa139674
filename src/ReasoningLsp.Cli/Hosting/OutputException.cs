namespace ReasoningLsp.Cli.Hosting;

/// <summary>What is written to cannot take it: it is full, or its reader left.</summary>
internal sealed class OutputException(string name, Exception cause) : Exception($"{name} cannot be written: {cause.Message}", cause);
