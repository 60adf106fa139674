namespace ReasoningLsp.Review.Corrections;

/// <summary>Where a correction comes from.</summary>
public enum CorrectionSource
{
    /// <summary>An exact fix, extended to every later number that depends on the false value.</summary>
    Propagated,

    /// <summary>An exact fix of the false value alone.</summary>
    ExactFix,

    /// <summary>Written by a model.</summary>
    Generated,
}
