namespace ReasoningLsp.Review.Checklists;

/// <summary>The answer to an item.</summary>
public enum ItemAnswer
{
    /// <summary>The requirement is met.</summary>
    Yes,

    /// <summary>It is not met.</summary>
    No,

    /// <summary>The item does not apply to this trace; it does not count.</summary>
    NotApplicable,

    /// <summary>Nobody could say. It counts against the pass rate, and is never taken for a yes.</summary>
    Unsure,
}
