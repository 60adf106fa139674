using System.Security.Cryptography;

namespace ReasoningLsp.Inference.Native;

/// <summary>The three libraries in their folder.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Llama">Full path of libllama.</param>
/// <param name="Ggml">Full path of libggml.</param>
/// <param name="GgmlBase">Full path of libggml-base.</param>
internal sealed record NativeFiles(string Folder, string Llama, string Ggml, string GgmlBase)
{
    private const int ShortHash = 12;

    /// <summary>Where the program keeps them.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "natives");

    /// <summary>Finds them in <paramref name="folder"/>; null where one is missing.</summary>
    /// <exception cref="InferenceException">Several builds lie there together.</exception>
    public static NativeFiles? Find(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        var llama = Only(folder, "*llama.*v*");
        var ggml = Only(folder, "*ggml.*v*");
        var ggmlBase = Only(folder, "*ggml-base.*");
        return llama is null || ggml is null || ggmlBase is null ? null : new NativeFiles(Path.GetFullPath(folder), llama, ggml, ggmlBase);
    }

    /// <summary>Checks the files against the pinned release and returns a short name for this build.</summary>
    /// <exception cref="InferenceException">They are of another build.</exception>
    public string Verify()
    {
        if (!Path.GetFileName(Llama).Contains(NativeBuild.FileVersion, StringComparison.Ordinal))
            throw Refused(NativeBuild.FileVersion, Path.GetFileName(Llama));
        string[] found = [Hash(Llama), Hash(Ggml), Hash(GgmlBase)];
        var isCpuBuild = Path.GetFileName(Llama).Contains($"llama.{NativeBuild.FileVersion}", StringComparison.Ordinal);
        if (isCpuBuild && NativeBuild.Hashes.TryGetValue(NativeBuild.Platform, out var expected))
        {
            string[] paths = [Llama, Ggml, GgmlBase];
            for (var i = 0; i < found.Length; i++)
            {
                if (found[i] != expected[i])
                    throw Refused($"SHA-256 {expected[i]}", $"{Path.GetFileName(paths[i])} with {found[i]}");
            }
        }

        return found[0][..ShortHash];
    }

    /// <summary>The refusal of another build.</summary>
    public static InferenceException Refused(string expected, string found) =>
        new(InferenceError.WrongNatives,
        $"The llama.cpp libraries are of another build than this program was made for ({NativeBuild.Package}): expected {expected}, "
            + $"found {found}.");

    /// <summary>They are not there.</summary>
    public static InferenceException Missing(string folder) => new(InferenceError.NoNatives,
        $"The llama.cpp libraries are not in {folder}: model scores need them. In a checkout `npm ci` installs them "
            + $"({NativeBuild.Package}); then build again.");

    private static string? Only(string folder, string pattern)
    {
        var found = Directory.GetFiles(folder, pattern).Where(IsLibrary).ToArray();
        return found.Length switch
        {
            0 => null,
            1 => found[0],
            _ => throw new InferenceException(InferenceError.WrongNatives,
                $"{folder} holds several builds of one library ({string.Join(", ", found.Select(Path.GetFileName))}): keep one build a "
                    + $"folder."),
        };
    }

    private static bool IsLibrary(string path) => Path.GetExtension(path) is ".so" or ".dll" or ".dylib";

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
