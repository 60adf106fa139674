using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LLama.Native;
using ReasoningLsp.Inference.Libraries;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Native;

/// <summary>llama.cpp, loaded and found to be a known build. One a process, because the libraries are.</summary>
internal sealed class NativeRuntime
{
    // Loading is by its nature global to the process; the first folder holds.
    private static readonly Lock Loading = new();
    private static readonly StrongBox<NativeRuntime?> Loaded = new();

    private readonly string _llama;
    private bool _isReady;

    private NativeRuntime(NativeBuild build, NativeLog log, EngineIdentity identity, string llama)
    {
        _llama = llama;
        Build = build;
        Log = log;
        Identity = identity;
    }

    /// <summary>The loaded build.</summary>
    public NativeBuild Build { get; }

    /// <summary>What llama.cpp says.</summary>
    public NativeLog Log { get; }

    /// <summary>What is loaded and found, in words.</summary>
    public EngineIdentity Identity { get; }

    /// <summary>Loads llama.cpp from <paramref name="folder"/>, or returns what is loaded already.</summary>
    /// <exception cref="InferenceException">It is missing, or of a build that is not known; or another is loaded.</exception>
    public static NativeRuntime Load(string folder)
    {
        lock (Loading)
        {
            var loaded = Loaded.Value ??= LoadOnce(NativeFiles.Find(folder) ?? throw NativeFiles.Missing(folder));
            return Path.GetDirectoryName(loaded._llama) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) ? loaded
                : throw new InferenceException(InferenceError.WrongNatives,
                    $"This process computes with {loaded._llama}: the libraries in {folder} need a process of their own.");
        }
    }

    /// <summary>Initialises LLamaSharp, before the first model: an engine that waits for one needs none of it.</summary>
    /// <exception cref="InferenceException">The libraries are laid out otherwise than they say.</exception>
    public void MakeReady()
    {
        lock (Loading)
        {
            if (_isReady)
                return;
            Alone(() =>
            {
                NativeLibraryConfig.LLama.WithLibrary(_llama);
                NativeApi.llama_empty_call();
            });
            _ = Build.Defaults();
            Log.Clear();
            _isReady = true;
        }
    }

    private static unsafe NativeRuntime LoadOnce(NativeFiles files)
    {
        // Before anything is called that takes or gives a structure.
        var build = NativeBuild.Of(NativeLibraries.Commit(files));
        var troubles = new List<string>();
        var libraries = new Dictionary<string, nint> { [NativeLibraries.GgmlBase] = NativeLibraries.Load(files.GgmlBase) };
        var variant = build.HasModules ? null : LoadDevices(build, files, troubles);
        libraries[NativeLibraries.Ggml] = NativeLibraries.Load(files.Ggml);
        libraries[NativeLibraries.Llama] = NativeLibraries.Load(files.Llama);
        NativeLibrary.SetDllImportResolver(typeof(NativeRuntime).Assembly, (name, _, _) => libraries.GetValueOrDefault(name));
        var log = new NativeLog();
        log.Attach();
        GgmlApi.SetAbortCallback(&ReportAbort);
        // Before llama.cpp is initialised, which would otherwise look for modules in the current folder.
        if (build.HasModules)
            variant = LoadDevices(build, files, troubles);
        if (GgmlApi.DeviceCount() == 0)
            throw new InferenceException(InferenceError.NoNatives,
                $"llama.cpp finds no device to compute on with the libraries in {files.Folder}. {string.Join(' ', troubles)}".TrimEnd());
        return new NativeRuntime(build, log, new EngineIdentity(files.Hash(), build.Release, build.Commit, variant ?? "none",
            [.. Enumerable.Range(0, (int)GgmlApi.DeviceCount()).Select(DeviceName)], [.. troubles])
        {
            DeviceMemory = [.. Enumerable.Range(0, (int)GgmlApi.DeviceCount()).Select(DeviceMemory)],
        }, files.Llama);
    }

    /// <summary>Loads what computes, into the registry where it registers itself, and returns the processor's variant.</summary>
    private static string? LoadDevices(NativeBuild build, NativeFiles files, List<string> troubles)
    {
        string? variant = null;
        // Where libggml is linked with them, the others need the processor's.
        foreach (var group in build.HasModules ? files.Devices() : files.Devices().Reverse())
        {
            try
            {
                if (NativeLibraries.Best([.. group]) is not { } path)
                    continue;
                if (group.Key == "cuda")
                    NativeLibraries.LoadCuda();
                NativeLibraries.Load(path);
                if (build.HasModules)
                    GgmlApi.LoadModule(path);
                variant ??= files.VariantOf(path);
            }
            catch (InferenceException error) when (build.HasModules)
            {
                // Without it there is still the processor.
                troubles.Add(error.Message);
            }
        }

        return variant;
    }

    /// <summary>
    /// Does what initialises LLamaSharp, which asks for Vulkan by loading a library and running a program by their bare names:
    /// for that moment neither the current folder nor PATH holds anything.
    /// </summary>
    private static void Alone(Action work)
    {
        const string Path = "PATH";
        var path = Environment.GetEnvironmentVariable(Path);
        var folder = Environment.CurrentDirectory;
        Environment.CurrentDirectory = System.IO.Path.GetPathRoot(AppContext.BaseDirectory)!;
        Environment.SetEnvironmentVariable(Path, null);
        try
        {
            work();
        }
        finally
        {
            Environment.SetEnvironmentVariable(Path, path);
            if (Directory.Exists(folder))
                Environment.CurrentDirectory = folder;
        }
    }

    private static string DeviceName(int index)
    {
        var device = GgmlApi.Device((nuint)index);
        return $"{Marshal.PtrToStringUTF8(GgmlApi.DeviceName(device))}: {Marshal.PtrToStringUTF8(GgmlApi.DeviceDescription(device))}";
    }

    private static long DeviceMemory(int index)
    {
        GgmlApi.DeviceMemory(GgmlApi.Device((nuint)index), out _, out var total);
        return (long)total;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe void ReportAbort(byte* message)
    {
        try
        {
            using var error = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(2, false), FileAccess.Write, 1);
            error.Write(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(message));
            error.WriteByte((byte)'\n');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
        }
    }
}
