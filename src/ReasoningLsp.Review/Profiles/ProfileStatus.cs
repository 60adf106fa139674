namespace ReasoningLsp.Review.Profiles;

/// <summary>How sure the format of a profile is.</summary>
public enum ProfileStatus
{
    /// <summary>Held by a test to scores that the family's own code computed.</summary>
    Confirmed,

    /// <summary>Not held to any; said wherever its scores are shown.</summary>
    Unverified,
}
