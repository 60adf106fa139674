namespace ReasoningLsp.Cli.Arguments;

/// <summary>How a report is written.</summary>
internal enum ReportFormat
{
    /// <summary>For a person at a terminal.</summary>
    Text,

    /// <summary>One JSON object a trace.</summary>
    JsonLines,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>GitHub workflow commands.</summary>
    GitHub,

    /// <summary>One self-contained page.</summary>
    Html,

    /// <summary>Markdown for the author.</summary>
    Markdown,
}
