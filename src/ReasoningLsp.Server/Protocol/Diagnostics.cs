using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Server.Protocol;

internal sealed record CodeDescription(string Href);

internal sealed record DiagnosticRelatedInformation(Location Location, string Message);

internal static class DiagnosticSeverity
{
    public const int Error = 1;

    public const int Warning = 2;

    public const int Information = 3;

    public const int Hint = 4;
}

internal sealed record Diagnostic(
    LspRange Range,
    int Severity,
    string Code,
    CodeDescription? CodeDescription,
    string Source,
    string Message,
    ImmutableArray<int>? Tags,
    ImmutableArray<DiagnosticRelatedInformation>? RelatedInformation,
    JsonElement? Data)
{
    /// <summary>The source of every diagnostic of ours.</summary>
    public const string Reasoning = "reasoning";
}

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, ImmutableArray<Diagnostic> Diagnostics);

internal sealed record DocumentDiagnosticParams(TextDocumentIdentifier TextDocument, string? PreviousResultId = null);

/// <summary>The answer to a pull: <c>full</c> with items, or <c>unchanged</c> without.</summary>
internal sealed record DocumentDiagnosticReport(string Kind, string ResultId, ImmutableArray<Diagnostic>? Items);
