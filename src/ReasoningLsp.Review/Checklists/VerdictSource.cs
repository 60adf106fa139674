namespace ReasoningLsp.Review.Checklists;

/// <summary>Who answered an item.</summary>
public enum VerdictSource
{
    /// <summary>An exact check.</summary>
    Check,

    /// <summary>A model.</summary>
    Judge,

    /// <summary>A person.</summary>
    Reviewer,

    /// <summary>Nobody was asked, because the text is aimed at the judge.</summary>
    Guard,

    /// <summary>Nobody: no check can answer it, and no judge was named or it failed.</summary>
    Nobody,
}
