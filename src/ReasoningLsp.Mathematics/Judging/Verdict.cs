namespace ReasoningLsp.Mathematics.Judging;

/// <summary>What is known of a relation between two expressions.</summary>
public enum Verdict
{
    /// <summary>Nothing certain.</summary>
    Unknown,

    /// <summary>It holds exactly, or to all digits computed.</summary>
    Holds,

    /// <summary>It holds once the shown digits are taken as rounded.</summary>
    HoldsRounded,

    /// <summary>It holds once the shown digits are taken as cut off.</summary>
    HoldsTruncated,

    /// <summary>It is false in every reading, proven by disjoint values.</summary>
    Fails,
}
