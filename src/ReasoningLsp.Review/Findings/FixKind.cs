namespace ReasoningLsp.Review.Findings;

/// <summary>How far a fix reaches.</summary>
public enum FixKind
{
    /// <summary>Only the false value is replaced.</summary>
    Exact,

    /// <summary>Every later number that depends on the false value is recomputed too.</summary>
    Propagate,
}
