using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Reporting;

/// <summary>One name for one state of a step, wherever it is said.</summary>
public static class StateNames
{
    /// <summary>The state's name.</summary>
    public static string NameOf(StepState state) => state switch
    {
        StepState.Flagged => "flagged",
        StepState.Checked => "checked",
        StepState.Doubted => "doubted",
        StepState.Dismissed => "dismissed",
        StepState.Silenced => "silenced",
        _ => "nothing checkable",
    };
}
