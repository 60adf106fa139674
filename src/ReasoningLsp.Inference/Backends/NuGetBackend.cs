using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Backends;

/// <summary>A build in NuGet packages of LLamaSharp, of exactly the version in use.</summary>
/// <param name="Name">As users name it.</param>
/// <param name="Platform">Such as <c>linux-x64</c>.</param>
/// <param name="Device">What it is for.</param>
/// <param name="Megabytes">To download.</param>
/// <param name="Needs">What it needs of the machine.</param>
/// <param name="Parts">What is taken of which package.</param>
internal sealed record NuGetBackend(
    string Name, string Platform, BackendDevice Device, int Megabytes, string Needs, ImmutableArray<NuGetPart> Parts)
    : BackendPackage(Name, Platform, Release, Device, Megabytes, Needs)
{
    /// <summary>LLamaSharp's version.</summary>
    public const string Release = "0.30.0";
}
