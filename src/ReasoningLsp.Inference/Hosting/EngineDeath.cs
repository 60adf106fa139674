namespace ReasoningLsp.Inference.Hosting;

/// <summary>How an engine ended.</summary>
internal enum EngineDeath
{
    /// <summary>Nobody saw how: another client had started it.</summary>
    Unknown,

    /// <summary>It was ended from outside.</summary>
    Outside,

    /// <summary>By itself: a failed assertion, a fault.</summary>
    Crash,
}
