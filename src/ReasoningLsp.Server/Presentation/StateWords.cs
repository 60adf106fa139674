using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Server.Presentation;

/// <summary>What the three states of a step mean.</summary>
internal static class StateWords
{
    /// <summary>What the state says of a step, and what not.</summary>
    public static string MeaningOf(StepState state) => state switch
    {
        StepState.Flagged => "Something here is wrong or contradicts; the evidence stands below.",
        StepState.Checked => "Everything in this step that could be decided was worked out exactly, and it holds.",
        _ => "No exact check could decide anything in this step. It may be right or wrong.",
    };

    /// <summary>The name of the state in the protocol's extensions.</summary>
    public static string IdOf(StepState state) => state switch
    {
        StepState.Flagged => "flagged",
        StepState.Checked => "checked",
        _ => "nothingCheckable",
    };
}
