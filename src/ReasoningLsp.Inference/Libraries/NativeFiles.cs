using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace ReasoningLsp.Inference.Libraries;

/// <summary>The libraries in their folder, named as npm's packages or as LLamaSharp's name them.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Llama">Full path of libllama.</param>
/// <param name="Ggml">Full path of libggml.</param>
/// <param name="GgmlBase">Full path of libggml-base.</param>
internal sealed record NativeFiles(string Folder, string Llama, string Ggml, string GgmlBase)
{
    /// <summary>What to do where they are broken.</summary>
    public const string Remedy = "Get them again (`reasoning-lsp models engine install NAME` for what it added, else the program's "
        + "package), or name another build in REASONING_BACKEND.";

    private const int ShortHash = 12;
    private const string Device = "ggml-";
    private const string Processor = "cpu";

    /// <summary>Where the program keeps them.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "natives");

    /// <summary>The folder of LLamaSharp's <c>libggml-cpu</c> for this processor; its "avx" holds FMA and would end older ones.</summary>
    public static string LinkedVariant =>
        Avx512Vbmi.IsSupported ? "avx512" : Avx2.IsSupported && Fma.IsSupported ? "avx2" : "noavx";

    /// <summary>Finds them in <paramref name="folder"/>; null where one is missing.</summary>
    /// <exception cref="InferenceException">Several builds lie there together.</exception>
    public static NativeFiles? Find(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        var llama = Only(folder, "llama.");
        var ggml = Only(folder, "ggml.");
        var ggmlBase = Only(folder, "ggml-base.");
        return llama is null || ggml is null || ggmlBase is null ? null : new NativeFiles(Path.GetFullPath(folder), llama, ggml, ggmlBase);
    }

    /// <summary>They are not there.</summary>
    public static InferenceException Missing(string folder) => new(InferenceError.NoNatives,
        $"The llama.cpp libraries are not in {folder}: model scores need them. Build again, or name another build in REASONING_BACKEND.");

    /// <summary>A short name for these libraries.</summary>
    /// <exception cref="InferenceException">One of them is no file, or cannot be read.</exception>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in (string[])[Llama, Ggml, GgmlBase])
        {
            using var stream = NativeFile.Open(path);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..ShortHash];
    }

    /// <summary>
    /// The libraries for devices by what they are for ("cpu", "vulkan"), the processor last, because the first device found is
    /// used first. Of the processor's there can be one a variant: beside the others, or in a folder of its name.
    /// </summary>
    public IEnumerable<IGrouping<string, string>> Devices() =>
        Directory.GetFiles(Folder).Concat(Directory.GetDirectories(Folder).Where(path => Path.GetFileName(path) == LinkedVariant)
                .SelectMany(Directory.GetFiles))
            .Where(path => IsLibrary(path) && path != GgmlBase && NameOf(path).StartsWith(Device, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).GroupBy(path => NameOf(path)[Device.Length..].Split('-', '.')[0])
            .OrderBy(group => group.Key == Processor).ThenBy(group => group.Key, StringComparer.Ordinal);

    /// <summary>The variant that a library for the processor is compiled for.</summary>
    public string? VariantOf(string path)
    {
        var parts = NameOf(path)[Device.Length..].Split('.')[0].Split('-', 2);
        var folder = Path.GetDirectoryName(path)!;
        return parts[0] != Processor ? null : parts.Length == 2 ? parts[1] : folder == Folder ? parts[0] : Path.GetFileName(folder);
    }

    // A folder of that name is told where it is opened.
    private static string? Only(string folder, string beginning)
    {
        var found = Directory.GetFileSystemEntries(folder)
            .Where(path => IsLibrary(path) && NameOf(path).StartsWith(beginning, StringComparison.Ordinal)).ToArray();
        return found.Length switch
        {
            0 => null,
            1 => Path.GetFullPath(found[0]),
            _ => throw new InferenceException(InferenceError.WrongNatives,
                $"{folder} holds several builds of one library ({string.Join(", ", found.Select(Path.GetFileName))}): keep one build "
                    + "a folder."),
        };
    }

    private static bool IsLibrary(string path) => Path.GetExtension(path) is ".so" or ".dll" or ".dylib";

    private static string NameOf(string path) =>
        Path.GetFileName(path) is var name && name.StartsWith("lib", StringComparison.Ordinal) ? name["lib".Length..] : name;
}
