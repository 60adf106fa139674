using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

/// <summary>One replacement; the annotation names an entry of the workspace edit's change annotations.</summary>
internal sealed record LspTextEdit(LspRange Range, string NewText, string? AnnotationId = null);

internal sealed record TextDocumentEdit(OptionalVersionedTextDocumentIdentifier TextDocument, ImmutableArray<LspTextEdit> Edits);

internal sealed record ChangeAnnotation(string Label, bool? NeedsConfirmation = null, string? Description = null);

/// <summary>Changes of documents: versioned where the client understands that, else by address only.</summary>
internal sealed record WorkspaceEdit(
    ImmutableDictionary<string, ImmutableArray<LspTextEdit>>? Changes,
    ImmutableArray<TextDocumentEdit>? DocumentChanges,
    ImmutableDictionary<string, ChangeAnnotation>? ChangeAnnotations);

internal sealed record ApplyWorkspaceEditParams(string? Label, WorkspaceEdit Edit);

internal sealed record ApplyWorkspaceEditResult(bool Applied, string? FailureReason = null);
