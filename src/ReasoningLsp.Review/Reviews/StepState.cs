namespace ReasoningLsp.Review.Reviews;

/// <summary>What is known of a step. The states never look alike anywhere, and only one of them is good news.</summary>
public enum StepState
{
    /// <summary>No relation in it was proven, or what was refuted is no finding. Not "fine".</summary>
    NothingCheckable,

    /// <summary>At least one relation was proven, none was refuted, and nothing of it was set aside.</summary>
    Checked,

    /// <summary>It has a finding of severity error or warning that no model alone made.</summary>
    Flagged,

    /// <summary>A model alone finds it wrong: a score, or a judge's answer.</summary>
    Doubted,

    /// <summary>A person called what was found in it wrong.</summary>
    Dismissed,

    /// <summary>A comment silences what was found in it, or the baseline knows it.</summary>
    Silenced,
}
