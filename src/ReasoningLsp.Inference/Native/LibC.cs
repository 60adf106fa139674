using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>What .NET itself does not do on Unix: its environment does not reach native code, its priorities no thread.</summary>
internal static partial class LibC
{
    private const int PriorityOfProcess = 0;
    private const int Yielding = 10;

    /// <summary>Lets others go before this thread, and those that it starts, where all cores are taken.</summary>
    public static void Yield()
    {
        // Linux gives each thread a priority of its own; elsewhere this is the process.
        if (!OperatingSystem.IsWindows())
            _ = SetPriority(PriorityOfProcess, 0, Yielding);
    }

    /// <summary>Without it a failing assertion of ggml starts a debugger on this process. Before ggml is loaded.</summary>
    public static void ForbidDebugger()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetEnvironment("GGML_NO_BACKTRACE", "1", 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
