namespace ReasoningLsp.Review.Tests.Relations;

/// <summary>What the checks decide of a notation.</summary>
internal enum Decides
{
    /// <summary>True statements are proven, false ones draw a finding.</summary>
    Everything,

    /// <summary>True statements are proven; false ones are never called true, but no finding is certain enough.</summary>
    TrueOnly,

    /// <summary>Nothing is promised but that no true statement draws a finding and no false one is called true.</summary>
    Nothing,
}
