namespace ReasoningLsp.Inference.Backends;

/// <summary>An npm package with a build of llama.cpp for a kind of device.</summary>
/// <param name="Name">As users name it: <c>cuda</c>.</param>
/// <param name="Platform">Such as <c>linux-x64</c>.</param>
/// <param name="Package">Its name within its scope.</param>
/// <param name="Integrity">SHA-512 of the archive, base64.</param>
/// <param name="Megabytes">To download.</param>
/// <param name="Needs">What it needs of the machine.</param>
public sealed record BackendPackage(string Name, string Platform, string Package, string Integrity, int Megabytes, string Needs)
{
    /// <summary>The release, the same as of the libraries that come with the program.</summary>
    public const string Version = "3.22.1";

    private const string Scope = "@node-llama-cpp";

    /// <summary>Its archive in a registry.</summary>
    public Uri Address(Uri registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return new Uri(new Uri(registry.AbsoluteUri.TrimEnd('/') + "/"), $"{Scope}/{Package}/-/{Package}-{Version}.tgz");
    }
}
