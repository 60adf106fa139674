namespace ReasoningLsp.Inference.Engine;

/// <summary>How an engine computes.</summary>
public sealed record EngineOptions
{
    /// <summary>Folder of llama.cpp's libraries.</summary>
    public string Natives { get; init; } = Libraries.NativeFiles.DefaultFolder;

    /// <summary>Threads that compute: one fewer than there are cores, because a thread without a core of its own stalls all
    /// others.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount - 1, 1, 16);

    /// <summary>Bytes that loaded models may take together; a single larger one is loaded alone.</summary>
    public long MemoryBudget { get; init; } = 8L << 30;

    /// <summary>A model that nobody used for so long is unloaded.</summary>
    public TimeSpan IdleUnload { get; init; } = TimeSpan.FromMinutes(10);
}
