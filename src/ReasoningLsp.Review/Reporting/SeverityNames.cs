using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Severities as every format writes them.</summary>
public static class SeverityNames
{
    /// <summary><c>error</c>, <c>warning</c>, <c>information</c> or <c>hint</c>.</summary>
    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Information => "information",
        _ => "hint",
    };
}
