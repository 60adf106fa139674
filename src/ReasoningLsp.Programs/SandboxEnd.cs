namespace ReasoningLsp.Programs;

/// <summary>How an interpreter ended.</summary>
public enum SandboxEnd
{
    /// <summary>All programs came to their end.</summary>
    Finished,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>It was more than the interpreter takes: its stack, its memory, or it ended itself.</summary>
    Broken,
}
