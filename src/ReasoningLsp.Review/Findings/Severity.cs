namespace ReasoningLsp.Review.Findings;

/// <summary>How much a finding matters, most first.</summary>
public enum Severity
{
    /// <summary>The step is wrong, and it was proven.</summary>
    Error,

    /// <summary>The step is wrong or contradicts another, and a person should look.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>A remark on form.</summary>
    Hint,
}
