namespace ReasoningLsp.Inference.Backends;

/// <summary>What a build of llama.cpp is for.</summary>
public enum BackendDevice
{
    /// <summary>An NVIDIA GPU.</summary>
    Nvidia,

    /// <summary>A GPU with a Vulkan driver.</summary>
    Vulkan,

    /// <summary>The processor: never used unless it is asked for.</summary>
    Processor,
}
