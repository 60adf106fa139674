using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Requests;

/// <summary>Which llama.cpp computes, and on what.</summary>
/// <param name="Build">Short hash of its libraries.</param>
/// <param name="Release">Its release and the package it comes in.</param>
/// <param name="Commit">The commit of llama.cpp that it was built from.</param>
/// <param name="Variant">For which processor it is compiled, such as <c>haswell</c> or <c>avx2</c>.</param>
/// <param name="Devices">The devices found, such as <c>CPU: AMD EPYC</c>.</param>
/// <param name="Troubles">Libraries for other devices that lie there and cannot be loaded, each with the reason.</param>
public sealed record EngineIdentity(
    string Build, string Release, string Commit, string Variant, ImmutableArray<string> Devices, ImmutableArray<string> Troubles);
