namespace ReasoningLsp.Review.Decisions;

/// <summary>What was decided of a finding.</summary>
public enum DecisionKind
{
    /// <summary><c>wrong-finding</c>: the step is right; the finding is not shown again.</summary>
    WrongFinding,

    /// <summary><c>accepted</c>: the finding is right; takes an earlier <c>wrong-finding</c> back.</summary>
    Accepted,

    /// <summary><c>item-verdict</c>: what the answer to an item of a checklist is, whoever answered before.</summary>
    ItemVerdict,
}
