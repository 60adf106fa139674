namespace ReasoningLsp.Inference.Hosting;

/// <summary>How an engine ended.</summary>
internal enum EngineDeath
{
    /// <summary>It was ended from outside, or nobody saw how: another client had started it.</summary>
    Unknown,

    /// <summary>By itself: a failed assertion, a fault.</summary>
    Crash,
}
