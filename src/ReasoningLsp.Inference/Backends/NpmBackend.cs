namespace ReasoningLsp.Inference.Backends;

/// <summary>A build in one npm package.</summary>
/// <param name="Name">As users name it.</param>
/// <param name="Platform">Such as <c>linux-x64</c>.</param>
/// <param name="Device">What it is for.</param>
/// <param name="Megabytes">To download.</param>
/// <param name="Needs">What it needs of the machine.</param>
/// <param name="Package">Its name within its scope.</param>
/// <param name="Integrity">SHA-512 of the archive, base64.</param>
internal sealed record NpmBackend(
    string Name, string Platform, BackendDevice Device, int Megabytes, string Needs, string Package, string Integrity)
    : BackendPackage(Name, Platform, Release, Device, Megabytes, Needs)
{
    private const string Release = "3.22.1";
    private const string Scope = "@node-llama-cpp";

    /// <summary>Its archive in a registry.</summary>
    public Uri Address(Uri registry) =>
        new(new Uri(registry.AbsoluteUri.TrimEnd('/') + "/"), $"{Scope}/{Package}/-/{Package}-{Version}.tgz");
}
