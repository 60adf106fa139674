namespace ReasoningLsp.Review.Reviews;

/// <summary>What sets a finding aside.</summary>
public enum SetAsideBy
{
    /// <summary>A person called it wrong.</summary>
    Decision,

    /// <summary>A comment in the file silences its rule.</summary>
    Comment,

    /// <summary>The baseline knows it.</summary>
    Baseline,
}
