namespace ReasoningLsp.Review.Corrections;

/// <summary>How the writing of a text ended.</summary>
public enum WritingState
{
    /// <summary>By itself.</summary>
    Complete,

    /// <summary>At the most tokens allowed.</summary>
    CutOff,

    /// <summary>It was stopped, because its beginning could not become a correction.</summary>
    Stopped,
}
