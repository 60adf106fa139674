using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Server.Presentation;

/// <summary>What the states of a step are called in an editor, and what they mean.</summary>
internal static class StateWords
{
    /// <summary>Every state, the one that needs a person most first.</summary>
    public static ReadOnlySpan<StepState> InOrder =>
    [
        StepState.Flagged, StepState.Doubted, StepState.Checked, StepState.NothingCheckable, StepState.Dismissed, StepState.Silenced,
    ];

    /// <summary>A word a person reads at a glance.</summary>
    public static string NameOf(StepState state) => state switch
    {
        StepState.Flagged => "wrong",
        StepState.Checked => "right",
        StepState.Doubted => "doubted",
        StepState.Dismissed => "dismissed",
        StepState.Silenced => "silenced",
        _ => "not checkable",
    };

    /// <summary>What the state says of a step, and what not.</summary>
    public static string MeaningOf(StepState state) => state switch
    {
        StepState.Flagged => "Something here is wrong or contradicts.",
        StepState.Checked => "Everything in this step that could be decided was worked out exactly, and it holds.",
        StepState.Doubted => "A model finds this step wrong; no exact check decides it.",
        StepState.Dismissed => "A person called wrong what was found here.",
        StepState.Silenced => "What was found here is silenced.",
        _ => "No exact check could decide anything in this step. It may be right or wrong.",
    };

    /// <summary>The name of the state in the protocol's extensions.</summary>
    public static string IdOf(StepState state) => state switch
    {
        StepState.Flagged => "flagged",
        StepState.Checked => "checked",
        StepState.Doubted => "doubted",
        StepState.Dismissed => "dismissed",
        StepState.Silenced => "silenced",
        _ => "nothingCheckable",
    };
}
