using System.Collections.Immutable;
using ReasoningLsp.Inference.Native;

namespace ReasoningLsp.Inference.Backends;

/// <summary>The builds that the user added, a folder each.</summary>
/// <param name="Folder">Full path of the folder that holds them.</param>
public sealed record InstalledBackends(string Folder)
{
    /// <summary>The build that comes with the program.</summary>
    public const string BuiltIn = "builtin";

    /// <summary>Their names, the fastest first.</summary>
    public ImmutableArray<string> Names =>
        [.. BackendCatalog.Here.Select(package => package.Name).Where(name => Directory.Exists(PathOf(name)))];

    /// <summary>Where a build lies, or would lie. A folder a release: what an older program installed is not found.</summary>
    public string PathOf(string name) => Path.Combine(Folder, $"{name}-{BackendPackage.Version}");

    /// <summary>The libraries to compute with.</summary>
    /// <param name="name">A build by its name, or null for the fastest that is installed.</param>
    /// <exception cref="InferenceException">It is not installed.</exception>
    public string Natives(string? name)
    {
        name ??= Names.FirstOrDefault() ?? BuiltIn;
        return name == BuiltIn ? NativeFiles.DefaultFolder
            : Names.Contains(name) ? PathOf(name)
            : throw new InferenceException(InferenceError.NoNatives,
                $"The backend \"{name}\" is not installed: `reasoning-lsp models engine install {name}`, or one of "
                    + $"{string.Join(", ", Names.Append(BuiltIn))}.");
    }

    /// <summary>Removes a build; false where it was not there.</summary>
    public bool Remove(string name)
    {
        if (!Names.Contains(name))
            return false;
        Directory.Delete(PathOf(name), recursive: true);
        return true;
    }
}
