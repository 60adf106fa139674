namespace ReasoningLsp.Review.Corrections;

/// <summary>What programs read for where a correction comes from.</summary>
public static class CorrectionSourceName
{
    /// <summary><c>propagate</c>, <c>exact</c> or <c>generated</c>.</summary>
    public static string Of(CorrectionSource source) => source switch
    {
        CorrectionSource.Propagated => "propagate",
        CorrectionSource.ExactFix => "exact",
        _ => "generated",
    };
}
