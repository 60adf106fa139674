namespace ReasoningLsp.Review.Corrections;

/// <summary>By what solutions are ranked that no exact check refutes, and those that one refutes, each among themselves.</summary>
public enum BestOfMeasure
{
    /// <summary>The weighted pass rate of a checklist (STICK's Best-of-N, arXiv:2410.03608).</summary>
    Checklist,

    /// <summary>A reward model's scores of the steps, aggregated as its profile does.</summary>
    Score,

    /// <summary>The share of steps that exact checks decide and find right.</summary>
    Checks,
}
