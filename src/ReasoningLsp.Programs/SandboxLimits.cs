namespace ReasoningLsp.Programs;

/// <summary>What programs of one text may take together.</summary>
public sealed record SandboxLimits
{
    /// <summary>What is meant for worked solutions.</summary>
    public static SandboxLimits Default { get; } = new();

    /// <summary>How long they may run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How much memory, in bytes.</summary>
    public long Memory { get; init; } = 256L << 20;

    /// <summary>The longest source of all together, in characters.</summary>
    public int Source { get; init; } = 128 << 10;

    /// <summary>How much of what they print is taken, in bytes.</summary>
    public int Output { get; init; } = 1 << 20;
}
