using System.Collections.Immutable;
using ReasoningLsp.Inference.Libraries;

namespace ReasoningLsp.Inference.Backends;

/// <summary>The builds that the user added, a folder each.</summary>
/// <param name="Folder">Full path of the folder that holds them.</param>
/// <param name="HasNvidia">Whether an NVIDIA GPU can be used here: without one, a build for it is used only where it is named.</param>
public sealed record InstalledBackends(string Folder, bool HasNvidia)
{
    /// <summary>The build that comes with the program.</summary>
    public const string BuiltIn = "builtin";

    /// <summary>Their names, the fastest first.</summary>
    public ImmutableArray<string> Names => [.. Packages.Select(package => package.Name)];

    /// <summary>Whether a build of this name can be computed with.</summary>
    public bool Has(string name) => name == BuiltIn || Names.Contains(name);

    /// <summary>The build that is used where none is named.</summary>
    public string Default => Packages.FirstOrDefault(package => package.Device switch
    {
        BackendDevice.Nvidia => HasNvidia,
        BackendDevice.Vulkan => true,
        _ => false,
    })?.Name ?? BuiltIn;

    private IEnumerable<BackendPackage> Packages => BackendCatalog.Here.Where(package => Directory.Exists(PathOf(package)));

    /// <summary>Where a build lies, or would lie. A folder a release: what an older program installed is not found.</summary>
    public string PathOf(BackendPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return Path.Combine(Folder, $"{package.Name}-{package.Version}");
    }

    /// <summary>The libraries to compute with.</summary>
    /// <param name="name">A build by its name, or null for the fastest that is installed and fits.</param>
    /// <exception cref="InferenceException">It is not installed.</exception>
    public string Natives(string? name)
    {
        name ??= Default;
        return name == BuiltIn ? NativeFiles.DefaultFolder
            : Packages.FirstOrDefault(package => package.Name == name) is { } package ? PathOf(package)
            : throw new InferenceException(InferenceError.NoNatives,
                BackendCatalog.Here.Any(package => package.Name == name)
                    ? $"The backend \"{name}\" is not installed: `reasoning-lsp models engine install {name}`, or one of "
                        + $"{string.Join(", ", Names.Append(BuiltIn))}."
                    : $"There is no backend \"{name}\" for this platform: "
                        + $"{string.Join(" or ", BackendCatalog.Here.Select(package => package.Name).Append(BuiltIn))}.");
    }

    /// <summary>Removes a build; false where it was not there.</summary>
    public bool Remove(BackendPackage package)
    {
        var path = PathOf(package);
        if (!Directory.Exists(path))
            return false;
        Directory.Delete(path, recursive: true);
        return true;
    }
}
