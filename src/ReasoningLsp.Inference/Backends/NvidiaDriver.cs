namespace ReasoningLsp.Inference.Backends;

/// <summary>Whether a machine can use an NVIDIA GPU.</summary>
public static class NvidiaDriver
{
    /// <summary>Whether its driver is installed here.</summary>
    public static bool IsHere => OperatingSystem.IsWindows()
        ? File.Exists(Path.Combine(Environment.SystemDirectory, "nvcuda.dll"))
        : File.Exists("/proc/driver/nvidia/version") || File.Exists("/dev/nvidiactl") || File.Exists("/usr/lib/wsl/lib/libcuda.so.1");
}
