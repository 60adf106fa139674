namespace ReasoningLsp.Review.Reviews;

/// <summary>What is known of a step. The states never look alike anywhere.</summary>
public enum StepState
{
    /// <summary>No relation in it was proven, or what was refuted is silenced. Not "fine".</summary>
    NothingCheckable,

    /// <summary>At least one relation was proven, and none was refuted.</summary>
    Checked,

    /// <summary>It has a finding of severity error or warning.</summary>
    Flagged,
}
