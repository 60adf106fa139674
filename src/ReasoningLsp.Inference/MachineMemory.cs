using ReasoningLsp.Inference.Engine;

namespace ReasoningLsp.Inference;

/// <summary>The memory of this machine.</summary>
public static class MachineMemory
{
    /// <summary>Bytes that a model may take now.</summary>
    public static long Free => MemoryNeed.Available();
}
