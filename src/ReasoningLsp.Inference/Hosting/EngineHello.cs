using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>What an engine says of itself.</summary>
/// <param name="Protocol">Its protocol.</param>
/// <param name="Process">Its process id.</param>
/// <param name="Identity">Which llama.cpp computes, and on what.</param>
/// <param name="Waiting">Requests that wait.</param>
public sealed record EngineHello(int Protocol, int Process, EngineIdentity Identity, int Waiting);
