using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

internal sealed record CodeLens(LspRange Range, Command? Command);

internal sealed record InlayHintParams(TextDocumentIdentifier TextDocument, LspRange Range);

internal sealed record InlayHint(Position Position, string Label, string? Tooltip, bool? PaddingLeft);

internal sealed record DocumentLink(LspRange Range, string Target, string? Tooltip);

internal sealed record ReferenceContext(bool IncludeDeclaration = false);

internal sealed record ReferenceParams(TextDocumentIdentifier TextDocument, Position Position, ReferenceContext? Context = null);

internal sealed record CompletionItem(
    string Label, int Kind, string? Detail, MarkupContent? Documentation, string? FilterText, LspTextEdit TextEdit);

internal sealed record CompletionList(bool IsIncomplete, ImmutableArray<CompletionItem> Items);
