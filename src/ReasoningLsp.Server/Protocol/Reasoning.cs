using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

/// <summary><c>$/reasoning/reviewed</c>.</summary>
internal sealed record ReviewedParams(
    VersionedTextDocumentIdentifier TextDocument,
    bool IsReviewed,
    int Traces,
    int Steps,
    int Flagged,
    int Checked,
    int NothingCheckable,
    int StepsChecked,
    int Waiting,
    int Scored,
    int Doubted);

/// <summary><c>$/reasoning/scores</c>.</summary>
internal sealed record ScoresParams(TextDocumentIdentifier TextDocument, string State, string Model, string? Message);

/// <summary><c>$/reasoning/fileProgress</c>.</summary>
internal sealed record FileProgressParams(VersionedTextDocumentIdentifier TextDocument, ImmutableArray<LspRange> Processing);

/// <summary>The answer to <c>reasoning/steps</c>. By the digest a client can tell whether both sides have the same text.</summary>
internal sealed record StepsResult(int Version, string Digest, ImmutableArray<TraceInfo> Traces);

internal sealed record TraceInfo(
    string Name,
    LspRange Range,
    int Flagged,
    int Checked,
    int NothingCheckable,
    ImmutableArray<StepInfo> Steps,
    ImmutableArray<FindingInfo> Findings);

internal sealed record StepInfo(
    string Name, LspRange Range, string State, double? Score, bool? Doubted, ImmutableArray<FindingInfo> Findings);

internal sealed record FindingInfo(string Rule, string Severity, string Message, LspRange Range);

/// <summary>What <c>reasoning.reviewWorkspace</c> returns.</summary>
internal sealed record WorkspaceResult(
    int Files,
    long Traces,
    long Steps,
    long Flagged,
    long Checked,
    long NothingCheckable,
    long Errors,
    long Warnings,
    bool Cancelled,
    ImmutableArray<FlaggedFile> FlaggedFiles);

internal sealed record FlaggedFile(string Uri, long Errors, long Warnings);

/// <summary>What <c>reasoning.openReport</c> returns.</summary>
internal sealed record ReportResult(string Uri);
