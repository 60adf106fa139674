using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReasoningLsp.Inference.Requests;

/// <summary>Which llama.cpp computes, and on what.</summary>
/// <param name="Build">Short hash of its libraries.</param>
/// <param name="Release">Its release and the package it comes in.</param>
/// <param name="Commit">The commit of llama.cpp that it was built from.</param>
/// <param name="Variant">For which processor it is compiled, such as <c>haswell</c> or <c>avx2</c>.</param>
/// <param name="Devices">The devices found, such as <c>CPU: AMD EPYC</c>.</param>
/// <param name="Troubles">Libraries for other devices that lie there and cannot be loaded, each with the reason.</param>
public sealed record EngineIdentity(
    string Build, string Release, string Commit, string Variant, ImmutableArray<string> Devices, ImmutableArray<string> Troubles)
{
    /// <summary>Bytes of memory of each device, in the same order; 0 where it does not say.</summary>
    public ImmutableArray<long> DeviceMemory { get; init; } = [];

    /// <summary>The GPU with the most memory, with its bytes; null where there is none.</summary>
    [JsonIgnore]
    public (string Name, long Memory)? Gpu => Devices.Zip(DeviceMemory)
        .Where(device => !device.First.StartsWith("CPU", StringComparison.Ordinal) && device.Second > 0)
        .OrderByDescending(device => device.Second).Select(device => ((string, long)?)device).FirstOrDefault();
}
