using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

/// <summary>What the server says it can do; each feature adds its own part.</summary>
internal sealed record ServerCapabilities
{
    public string? PositionEncoding { get; init; }

    public TextDocumentSyncOptions? TextDocumentSync { get; init; }

    public NotebookSyncOptions? NotebookDocumentSync { get; init; }

    public DiagnosticOptions? DiagnosticProvider { get; init; }

    public bool? HoverProvider { get; init; }

    public CodeActionOptions? CodeActionProvider { get; init; }

    public CodeLensOptions? CodeLensProvider { get; init; }

    public InlayHintOptions? InlayHintProvider { get; init; }

    public bool? DocumentSymbolProvider { get; init; }

    public bool? FoldingRangeProvider { get; init; }

    public DocumentLinkOptions? DocumentLinkProvider { get; init; }

    public bool? DefinitionProvider { get; init; }

    public bool? ReferencesProvider { get; init; }

    public CompletionOptions? CompletionProvider { get; init; }

    public ExecuteCommandOptions? ExecuteCommandProvider { get; init; }

    public WorkspaceCapabilities? Workspace { get; init; }
}

internal sealed record TextDocumentSyncOptions(bool OpenClose, int Change, bool Save);

internal sealed record NotebookSyncOptions(ImmutableArray<NotebookSelector> NotebookSelector, bool Save);

/// <summary>The cells of some language in notebooks of some type.</summary>
internal sealed record NotebookSelector(string Notebook, ImmutableArray<CellLanguage> Cells);

internal sealed record CellLanguage(string Language);

internal sealed record DiagnosticOptions(string Identifier, bool InterFileDependencies, bool WorkspaceDiagnostics);

internal sealed record CodeActionOptions(ImmutableArray<string> CodeActionKinds, bool ResolveProvider);

internal sealed record CodeLensOptions(bool ResolveProvider);

internal sealed record InlayHintOptions(bool ResolveProvider);

internal sealed record DocumentLinkOptions(bool ResolveProvider);

internal sealed record CompletionOptions(ImmutableArray<string> TriggerCharacters, bool ResolveProvider);

internal sealed record ExecuteCommandOptions(ImmutableArray<string> Commands, bool WorkDoneProgress);

internal sealed record WorkspaceFoldersOptions(bool Supported, bool ChangeNotifications);

internal sealed record WorkspaceCapabilities(WorkspaceFoldersOptions WorkspaceFolders);
