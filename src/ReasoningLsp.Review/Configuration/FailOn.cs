namespace ReasoningLsp.Review.Configuration;

/// <summary>From which severity on a finding makes the run fail.</summary>
public enum FailOn
{
    /// <summary>Errors only.</summary>
    Error,

    /// <summary>Warnings and errors.</summary>
    Warning,

    /// <summary>Every finding.</summary>
    Hint,

    /// <summary>No finding.</summary>
    Never,
}
