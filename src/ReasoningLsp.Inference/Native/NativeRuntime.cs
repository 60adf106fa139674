using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>llama.cpp, loaded and found to be the pinned build. One a process, because the libraries are.</summary>
internal sealed class NativeRuntime
{
    // Loading is by its nature global to the process; the first folder holds.
    private static readonly Lock Loading = new();
    private static readonly StrongBox<NativeRuntime?> Loaded = new();

    private NativeRuntime(string build, NativeLog log, ImmutableArray<string> devices)
    {
        Build = build;
        Log = log;
        Devices = devices;
    }

    /// <summary>Short hash of the loaded build.</summary>
    public string Build { get; }

    /// <summary>What llama.cpp says.</summary>
    public NativeLog Log { get; }

    /// <summary>The devices found, such as <c>CPU: AMD EPYC</c>.</summary>
    public ImmutableArray<string> Devices { get; }

    /// <summary>Loads llama.cpp from <paramref name="folder"/>, or returns what is loaded already.</summary>
    /// <exception cref="InferenceException">It is missing, or of another build.</exception>
    public static NativeRuntime Load(string folder)
    {
        lock (Loading)
            return Loaded.Value ??= LoadOnce(folder);
    }

    private static unsafe NativeRuntime LoadOnce(string folder)
    {
        var files = NativeFiles.Find(folder) ?? throw NativeFiles.Missing(folder);
        var build = files.Verify();
        ForbidDebugger();
        var libraries = new Dictionary<string, nint>();
        try
        {
            libraries[NativeNames.GgmlBase] = NativeLibrary.Load(files.GgmlBase);
            libraries[NativeNames.Ggml] = NativeLibrary.Load(files.Ggml);
            libraries[NativeNames.Llama] = NativeLibrary.Load(files.Llama);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw new InferenceException(InferenceError.NoNatives,
                $"The llama.cpp libraries in {folder} cannot be loaded on this machine: {error.Message}");
        }

        NativeLibrary.SetDllImportResolver(typeof(NativeRuntime).Assembly, (name, _, _) => libraries.GetValueOrDefault(name));
        var version = Marshal.PtrToStringUTF8(LlamaApi.Version());
        if (version != NativeBuild.Version)
            throw NativeFiles.Refused($"version {NativeBuild.Version}", $"version {version}");
        if (NativeBuild.LayoutProblem(LlamaApi.ModelDefaultParams(), LlamaApi.ContextDefaultParams()) is { } problem)
            throw NativeFiles.Refused($"the layout of {NativeBuild.Version}", $"another one of {problem}");
        var log = new NativeLog();
        log.Attach();
        GgmlApi.SetAbortCallback(&ReportAbort);
        // Before BackendInit, which would otherwise look for backends in the current folder.
        GgmlApi.LoadBackends(files.Folder);
        if (GgmlApi.DeviceCount() == 0)
            throw new InferenceException(InferenceError.NoNatives,
                $"llama.cpp finds no device to compute on with the libraries in {folder}.");
        LlamaApi.BackendInit();
        log.Clear();
        return new NativeRuntime(build, log, [.. Enumerable.Range(0, (int)GgmlApi.DeviceCount()).Select(Device)]);
    }

    private static string Device(int index)
    {
        var device = GgmlApi.Device((nuint)index);
        return $"{Marshal.PtrToStringUTF8(GgmlApi.DeviceName(device))}: {Marshal.PtrToStringUTF8(GgmlApi.DeviceDescription(device))}";
    }

    /// <summary>Without it a failing assertion starts a debugger on this process.</summary>
    private static void ForbidDebugger()
    {
        if (!OperatingSystem.IsWindows())
            _ = LibC.SetEnvironment("GGML_NO_BACKTRACE", "1", 1);
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
