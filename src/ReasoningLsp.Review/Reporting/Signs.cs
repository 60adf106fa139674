using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Reporting;

/// <summary>One sign for one state, wherever it is shown: editor, hover, terminal and report. The word always stands beside it.</summary>
public static class Signs
{
    /// <summary>Of the state of a step.</summary>
    public static string Of(StepState state) => state switch
    {
        StepState.Checked => "✓",
        StepState.Flagged => "✗",
        StepState.Doubted => "?",
        StepState.Dismissed or StepState.Silenced => "⊘",
        _ => "○",
    };

    /// <summary>Of what was found of a relation.</summary>
    public static string Of(RelationVerdict verdict) => verdict switch
    {
        RelationVerdict.Proven => "✓",
        RelationVerdict.Refuted => "✗",
        _ => "?",
    };

    /// <summary>Of the answer to an item of a checklist.</summary>
    public static string Of(ItemAnswer verdict) => verdict switch
    {
        ItemAnswer.Yes => "✓",
        ItemAnswer.No => "✗",
        ItemAnswer.NotApplicable => "–",
        _ => "?",
    };
}
