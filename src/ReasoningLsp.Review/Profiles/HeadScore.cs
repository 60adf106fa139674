namespace ReasoningLsp.Review.Profiles;

/// <summary>How a head's outputs become a score.</summary>
public enum HeadScore
{
    /// <summary>The probability of the good classes.</summary>
    Softmax,

    /// <summary>The logistic function of the only output.</summary>
    Sigmoid,

    /// <summary>The good classes' probability less the others'.</summary>
    Difference,

    /// <summary>The only output as it is.</summary>
    Raw,
}
