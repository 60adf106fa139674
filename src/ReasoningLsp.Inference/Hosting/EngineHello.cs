using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>What an engine says of itself.</summary>
/// <param name="Protocol">Its protocol.</param>
/// <param name="Process">Its process id.</param>
/// <param name="Build">Hash of llama.cpp's libraries.</param>
/// <param name="Devices">What it computes on.</param>
/// <param name="Waiting">Requests that wait.</param>
public sealed record EngineHello(int Protocol, int Process, string Build, ImmutableArray<string> Devices, int Waiting);
