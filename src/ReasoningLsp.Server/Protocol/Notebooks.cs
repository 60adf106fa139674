using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

internal sealed record NotebookIdentifier(string Uri);

internal sealed record VersionedNotebookIdentifier(string Uri, int Version);

internal sealed record NotebookItem(string Uri, int Version, ImmutableArray<NotebookCellItem> Cells);

/// <summary>A cell by the address of its text.</summary>
internal sealed record NotebookCellItem(string Document);

internal sealed record DidOpenNotebookParams(NotebookItem NotebookDocument, ImmutableArray<TextDocumentItem> CellTextDocuments);

internal sealed record DidChangeNotebookParams(VersionedNotebookIdentifier NotebookDocument, NotebookChange Change);

internal sealed record NotebookChange(CellsChange? Cells = null);

/// <summary>What changed in cells: which there are, and their texts.</summary>
internal sealed record CellsChange(CellStructure? Structure = null, ImmutableArray<CellTextChange>? TextContent = null);

internal sealed record CellStructure(CellSplice Array, ImmutableArray<TextDocumentItem>? DidOpen = null);

/// <summary>Cells that are replaced by others.</summary>
internal sealed record CellSplice(int Start, int DeleteCount, ImmutableArray<NotebookCellItem>? Cells = null);

internal sealed record CellTextChange(VersionedTextDocumentIdentifier Document, ImmutableArray<ContentChange> Changes);

/// <summary>What a notification about one notebook sends.</summary>
internal sealed record NotebookParams(NotebookIdentifier NotebookDocument);
