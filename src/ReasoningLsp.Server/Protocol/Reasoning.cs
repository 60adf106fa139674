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
    int Doubted,
    int Dismissed,
    int Silenced,
    int OfWhole,
    bool LooksLikeSolution);

/// <summary><c>$/reasoning/scores</c>.</summary>
internal sealed record ScoresParams(TextDocumentIdentifier TextDocument, string State, string Model, string? Message);

/// <summary><c>$/reasoning/fileProgress</c>.</summary>
internal sealed record FileProgressParams(VersionedTextDocumentIdentifier TextDocument, ImmutableArray<LspRange> Processing);

/// <summary>What <c>reasoning/steps</c> sends.</summary>
/// <param name="TextDocument">The document.</param>
/// <param name="Brief">Of many solutions none is wanted with its steps, but those at whose steps notes hang.</param>
/// <param name="Trace">The one solution that is wanted, from 0, with its steps; all of them where it is absent.</param>
internal sealed record StepsParams(TextDocumentIdentifier TextDocument, bool Brief = false, int? Trace = null);

/// <summary>The answer to <c>reasoning/steps</c>. By the digest a client can tell whether both sides have the same text.</summary>
internal sealed record StepsResult(int Version, string Digest, ImmutableArray<TraceInfo> Traces);

internal sealed record TraceInfo(
    string Name,
    LspRange Range,
    int Flagged,
    int Checked,
    int NothingCheckable,
    int Doubted,
    int Dismissed,
    int Silenced,
    string Summary,
    ImmutableArray<StepInfo>? Steps,
    ImmutableArray<FindingInfo> Findings,
    ImmutableArray<SetAsideInfo> SetAside,
    ImmutableArray<NoteText> Notes,
    MarkText? Mark);

internal sealed record StepInfo(
    string Name,
    string Text,
    LspRange Range,
    string State,
    double? Score,
    bool? Doubted,
    ImmutableArray<FindingInfo> Findings,
    ImmutableArray<SetAsideInfo> SetAside,
    ImmutableArray<NoteText> Notes);

/// <summary>A finding that is not shown; <c>Undo</c> is what <c>reasoning.restoreFinding</c> takes, where a decision set it
/// aside.</summary>
internal sealed record SetAsideInfo(
    string Rule, string Message, LspRange Range, string By, string Reason, string? Who, ActionData? Undo);

internal sealed record FindingInfo(string Rule, string Severity, string Message, LspRange Range);

/// <summary>What <c>reasoning.reviewWorkspace</c> returns.</summary>
internal sealed record WorkspaceResult(
    int Files,
    long Traces,
    long Steps,
    long Flagged,
    long Checked,
    long NothingCheckable,
    long Doubted,
    long Dismissed,
    long Silenced,
    long Errors,
    long Warnings,
    bool Cancelled,
    ImmutableArray<FlaggedFile> FlaggedFiles,
    ImmutableArray<string> Candidates);

internal sealed record FlaggedFile(string Uri, long Errors, long Warnings);

/// <summary>What <c>reasoning.openReport</c> returns.</summary>
internal sealed record ReportResult(string Uri);
