using System.Runtime.InteropServices;
using ReasoningLsp.Inference.Libraries;

namespace ReasoningLsp.Inference.Native;

/// <summary>
/// Loads libraries by their full paths, in the order in which they need each other: their names then bind what comes later, and
/// neither the current folder nor PATH is searched, as LLamaSharp's own loading would.
/// </summary>
internal static unsafe class NativeLibraries
{
    /// <summary>Names that stand for the libraries in imports.</summary>
    public const string Llama = "llama", Ggml = "ggml", GgmlBase = "ggml-base";

    /// <summary>What <c>ggml_commit()</c> answers. libggml-base stays loaded for good: in this process no other build can be.</summary>
    /// <exception cref="InferenceException">It cannot be loaded on this machine.</exception>
    public static string? Commit(NativeFiles files)
    {
        LibC.ForbidDebugger();
        return NativeLibrary.TryGetExport(Load(files.GgmlBase), "ggml_commit", out var commit)
            ? Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)commit)()) : null;
    }

    /// <summary>Loads a library, and what it needs from its own folder or the system's.</summary>
    /// <exception cref="InferenceException">It is no library, or cannot be loaded on this machine.</exception>
    public static nint Load(string path)
    {
        NativeFile.Check(path);
        try
        {
            // Windows would search the current folder and PATH for what the library needs.
            return OperatingSystem.IsWindows() ? NativeLibrary.Load(path, typeof(NativeLibraries).Assembly,
                DllImportSearchPath.UseDllDirectoryForDependencies | DllImportSearchPath.System32) : NativeLibrary.Load(path);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw new InferenceException(InferenceError.NoNatives,
                $"{path} of llama.cpp cannot be loaded on this machine: {Reason(error)}", error);
        }
    }

    /// <summary>Loads what CUDA 12 needs from where NVIDIA's toolkit is by default; elsewhere the system's loader must find it.</summary>
    public static void LoadCuda()
    {
        var isWindows = OperatingSystem.IsWindows();
        var folder = !isWindows ? "/usr/local/cuda/lib64"
            : Path.Combine(Environment.GetEnvironmentVariable("CUDA_PATH") ?? string.Empty, "bin");
        foreach (var name in (string[])["cudart", "cublasLt", "cublas"])
        {
            if (Path.IsPathFullyQualified(folder))
                NativeLibrary.TryLoad(Path.Combine(folder, isWindows ? $"{name}64_12.dll" : $"lib{name}.so.12"), out _);
        }
    }

    /// <summary>Of several modules for one kind of device the one that says that it fits best; null where none fits.</summary>
    public static string? Best(IReadOnlyCollection<string> modules) =>
        modules.Count == 1 ? modules.First() : modules.Select(path => (Path: path, Score: Score(path)))
            .Where(module => module.Score > 0).OrderByDescending(module => module.Score).FirstOrDefault().Path;

    private static int Score(string path)
    {
        NativeFile.Check(path);
        if (!NativeLibrary.TryLoad(path, out var module))
            return 0;
        try
        {
            return NativeLibrary.TryGetExport(module, "ggml_backend_score", out var score) ? ((delegate* unmanaged[Cdecl]<int>)score)() : 1;
        }
        finally
        {
            NativeLibrary.Free(module);
        }
    }

    /// <summary>The loader's own words, without .NET's advice around them.</summary>
    private static string Reason(Exception error) =>
        error.Message.Split('\n', StringSplitOptions.TrimEntries).Last(line => line.Length > 0);
}
