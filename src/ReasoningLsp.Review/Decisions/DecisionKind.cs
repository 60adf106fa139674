namespace ReasoningLsp.Review.Decisions;

/// <summary>What a person said.</summary>
public enum DecisionKind
{
    /// <summary><c>wrong-finding</c>: the step is right; the finding is not shown again.</summary>
    WrongFinding,

    /// <summary><c>accepted</c>: the finding is right, a person confirms it.</summary>
    Accepted,

    /// <summary><c>item-verdict</c>: what the answer to an item of a checklist is, whoever answered before.</summary>
    ItemVerdict,

    /// <summary><c>asked</c>: someone is asked what a finding, or a step without one, is worth.</summary>
    Asked,

    /// <summary><c>mark</c>: a mark of a solution, 0 to 4.</summary>
    Mark,

    /// <summary><c>note</c>: a text at a step, or at a solution as a whole.</summary>
    Note,

    /// <summary><c>undone</c>: takes back what was said last of the same.</summary>
    Undone,
}
