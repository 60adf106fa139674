using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Backends;

/// <summary>The builds that can be added: of npm each pinned to one archive, of NuGet to a version, its owner and its signer.</summary>
public static class BackendCatalog
{
    private const string ForCuda12 = "an NVIDIA GPU, its driver from release 525 on, and the libraries of CUDA 12 (cudart, cublas)";

    // LLamaSharp's packages for GPUs hold no library for the processor.
    private static readonly NuGetPart Processor = new("LLamaSharp.Backend.Cpu", ["noavx", "avx2", "avx512"], OfProcessor: true);

    /// <summary>All of them, the fastest of a platform first.</summary>
    public static ImmutableArray<BackendPackage> All { get; } =
    [
        new NuGetBackend("cuda12", "linux-x64", BackendDevice.Nvidia, 300, ForCuda12,
            [new("LLamaSharp.Backend.Cuda12.Linux", ["cuda12"], OfProcessor: false), Processor]),
        new NuGetBackend("cuda12", "win-x64", BackendDevice.Nvidia, 300, ForCuda12,
            [new("LLamaSharp.Backend.Cuda12.Windows", ["cuda12"], OfProcessor: false), Processor]),
        new NpmBackend("cuda", "linux-x64", BackendDevice.Nvidia, 143,
            "an NVIDIA GPU, its driver from release 590 on, and the libraries of CUDA 13", "linux-x64-cuda",
            "8rQCjyNNLZJUFit+YpjwlC4hwkKgOMIkB2wuycKBf8NU2O3ySKbiWZQ8aw9ku2nUTXjSnUIrE6KB88itduTBuA=="),
        new NpmBackend("vulkan", "linux-x64", BackendDevice.Vulkan, 24, "a GPU with a Vulkan driver, and libvulkan.so.1",
            "linux-x64-vulkan", "bBxqU+JOcBu1nb5Qj2zcMci+JByT1E8EajHvYodyNfVIPkEhXh+/HMwR1/BT7xP08YK0hks+kM8fglER0P8JEg=="),
        .. ((string[])["linux-x64", "win-x64"]).Select(platform => new NuGetBackend("llamasharp", platform, BackendDevice.Processor, 42,
            "nothing but libgomp or VCOMP140; LLamaSharp's own build for the processor, slower on new ones, to compare with",
            [new("LLamaSharp.Backend.Cpu", ["noavx"], OfProcessor: false), Processor])),
    ];

    /// <summary>Those for this platform.</summary>
    public static ImmutableArray<BackendPackage> Here { get; } = For(RuntimeInformation.RuntimeIdentifier);

    /// <summary>Those for the platform of a .NET runtime: none is built for musl's.</summary>
    internal static ImmutableArray<BackendPackage> For(string runtime) =>
        runtime.Contains("musl", StringComparison.Ordinal) || runtime.StartsWith("alpine", StringComparison.Ordinal) ? []
            : [.. All.Where(package => package.Platform == Platform)];

    private static string Platform =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-"
            + $"{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
}
