using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Backends;

/// <summary>What is taken of a package of LLamaSharp's libraries.</summary>
/// <param name="Package">Its id.</param>
/// <param name="Folders">Folders of a platform's libraries in it.</param>
/// <param name="OfProcessor">Whether only <c>libggml-cpu</c> is taken, one a folder, or everything but it.</param>
internal sealed record NuGetPart(string Package, ImmutableArray<string> Folders, bool OfProcessor)
{
    private static readonly string[] Endings = [".so", ".dll", ".dylib"];

    /// <summary>Where a file of the package goes, relative to the backend's folder; null where it is not taken.</summary>
    /// <param name="path">Its path in the package.</param>
    /// <param name="platform">Such as <c>linux-x64</c>.</param>
    public string? Target(string path, string platform)
    {
        if (path.Split('/') is not ["LLamaSharpRuntimes", var runtime, "native", var folder, var name]
            || runtime != platform || !Folders.Contains(folder) || !Endings.Contains(Path.GetExtension(name)))
            return null;
        return name.Contains("ggml-cpu", StringComparison.Ordinal) == OfProcessor && !name.Contains("mtmd", StringComparison.Ordinal)
            ? OfProcessor ? Path.Combine(folder, name) : name : null;
    }
}
