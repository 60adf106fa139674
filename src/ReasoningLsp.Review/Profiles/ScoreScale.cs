namespace ReasoningLsp.Review.Profiles;

/// <summary>On what scale a score lies.</summary>
public enum ScoreScale
{
    /// <summary>A probability, from 0 to 1.</summary>
    Probability,

    /// <summary>A difference of two probabilities, from −1 to 1.</summary>
    Difference,

    /// <summary>From 0 to 1 and no probability: only which score is higher means something.</summary>
    Order,

    /// <summary>Any number.</summary>
    Unbounded,
}
