using System.Collections.Immutable;
using ReasoningLsp.Inference.Native;

namespace ReasoningLsp.Inference.Backends;

/// <summary>The builds that can be added, each pinned to one archive.</summary>
public static class BackendCatalog
{
    /// <summary>All of them, the fastest of a platform first.</summary>
    public static ImmutableArray<BackendPackage> All { get; } =
    [
        new("cuda", "linux-x64", "linux-x64-cuda",
        "8rQCjyNNLZJUFit+YpjwlC4hwkKgOMIkB2wuycKBf8NU2O3ySKbiWZQ8aw9ku2nUTXjSnUIrE6KB88itduTBuA==", 143,
        "an NVIDIA GPU, its driver from release 590 on, and the libraries of CUDA 13"),
        new("vulkan", "linux-x64", "linux-x64-vulkan",
        "bBxqU+JOcBu1nb5Qj2zcMci+JByT1E8EajHvYodyNfVIPkEhXh+/HMwR1/BT7xP08YK0hks+kM8fglER0P8JEg==", 24,
        "a GPU with a Vulkan driver, and libvulkan.so.1"),
    ];

    /// <summary>Those for this platform.</summary>
    public static ImmutableArray<BackendPackage> Here => [.. All.Where(package => package.Platform == NativeBuild.Platform)];
}
