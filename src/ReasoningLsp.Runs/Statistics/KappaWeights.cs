namespace ReasoningLsp.Runs.Statistics;

/// <summary>What a difference of two marks counts.</summary>
public enum KappaWeights
{
    /// <summary>Any difference alike.</summary>
    Plain,

    /// <summary>By its size.</summary>
    Linear,

    /// <summary>By its square.</summary>
    Quadratic,
}
