namespace ReasoningLsp.Review.Profiles;

/// <summary>How sure the format of a profile is.</summary>
public enum ProfileStatus
{
    /// <summary>Taken from the family's own code, and held to scores computed with it.</summary>
    Golden,

    /// <summary>Taken from the family's own code.</summary>
    Confirmed,

    /// <summary>Not confirmed; said wherever its scores are shown.</summary>
    Unverified,
}
