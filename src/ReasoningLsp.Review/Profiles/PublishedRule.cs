namespace ReasoningLsp.Review.Profiles;

/// <summary>By which rule a family's published figures find the first wrong step.</summary>
public enum PublishedRule
{
    /// <summary>The first step below the profile's threshold.</summary>
    Threshold,

    /// <summary>The first step below the threshold that is best on ProcessBench's GSM8K.</summary>
    Tuned,
}
