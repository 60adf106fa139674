namespace ReasoningLsp.Runs.Desks;

/// <summary>Which solutions a desk lists.</summary>
public enum DeskFilter
{
    /// <summary>Every one.</summary>
    All,

    /// <summary>Those with a finding that nobody called wrong.</summary>
    Flagged,

    /// <summary>Those of which a person did not say all that there is to say.</summary>
    Undecided,
}
