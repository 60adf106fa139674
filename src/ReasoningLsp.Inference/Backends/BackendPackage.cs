namespace ReasoningLsp.Inference.Backends;

/// <summary>A build of llama.cpp that can be added.</summary>
/// <param name="Name">As users name it: <c>cuda12</c>.</param>
/// <param name="Platform">Such as <c>linux-x64</c>.</param>
/// <param name="Version">Release of its packages, the same as of what the program itself uses.</param>
/// <param name="Device">What it is for.</param>
/// <param name="Megabytes">To download.</param>
/// <param name="Needs">What it needs of the machine.</param>
public abstract record BackendPackage(string Name, string Platform, string Version, BackendDevice Device, int Megabytes, string Needs)
{
    /// <summary>Whether it comes from a NuGet feed, and not from an npm registry.</summary>
    public bool IsFromNuGet => this is NuGetBackend;
}
