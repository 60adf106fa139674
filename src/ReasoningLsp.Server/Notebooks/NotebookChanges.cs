using System.Collections.Immutable;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Notebooks;

/// <summary>Takes what a client says of its notebooks.</summary>
internal sealed class NotebookChanges(PositionEncoding encoding)
{
    /// <summary>The notebook that is opened.</summary>
    public Notebook Opened(DidOpenNotebookParams opened) => new(opened.NotebookDocument.Uri, opened.NotebookDocument.Version,
        Cells(opened.NotebookDocument.Cells, opened.CellTextDocuments));

    /// <summary>The notebook after a change, and the same change of its text.</summary>
    /// <exception cref="LspException">The change names cells that are not there.</exception>
    public (Notebook Notebook, ImmutableArray<ContentChange> Changes) Changed(Notebook notebook, DidChangeNotebookParams changed)
    {
        var changes = ImmutableArray.CreateBuilder<ContentChange>();
        if (changed.Change.Cells?.Structure is { } structure)
        {
            notebook = new Notebook(notebook.Uri, notebook.Version, Spliced(notebook, structure));
            changes.Add(new ContentChange(notebook.Text));
        }

        foreach (var typed in changed.Change.Cells?.TextContent ?? [])
            notebook = Typed(notebook, typed, changes);
        return (new Notebook(notebook.Uri, changed.NotebookDocument.Version, notebook.Cells), changes.ToImmutable());
    }

    private Notebook Typed(Notebook notebook, CellTextChange typed, ImmutableArray<ContentChange>.Builder changes)
    {
        var index = notebook.IndexOf(typed.Document.Uri);
        if (index < 0)
            throw new LspException(LspError.InvalidParams, $"{typed.Document.Uri} is no cell of {notebook.Uri}.");
        var cell = notebook.Cells[index];
        foreach (var change in typed.Changes)
        {
            // A place outside of the cell counts as the nearest inside, not as one of the next cell.
            var positions = new DocumentPositions(cell.Text, cell.Lines, encoding);
            var range = change.Range is { } named ? positions.RangeOf(positions.SpanOf(named)) : new LspRange(default, cell.End);
            changes.Add(change with { Range = Down(range, notebook.Starts[index]) });
            var (text, lines, _, _) = new TextChanges(cell.Text, cell.Lines, encoding).Apply([change]);
            cell = NotebookCell.Of(cell.Uri, typed.Document.Version, text, lines, encoding);
        }

        return new Notebook(notebook.Uri, notebook.Version, notebook.Cells.SetItem(index, cell));
    }

    private ImmutableArray<NotebookCell> Spliced(Notebook notebook, CellStructure structure)
    {
        var (start, removed, put) = structure.Array;
        if (start < 0 || removed < 0 || start + removed > notebook.Cells.Length)
            throw new LspException(
                LspError.InvalidParams, $"{notebook.Uri} has {notebook.Cells.Length} cells, not {start} and {removed} more.");
        // A cell that was moved is told of without its text.
        var known = notebook.Cells.Select(cell => new TextDocumentItem(cell.Uri, cell.Version, cell.Text));
        return notebook.Cells.RemoveRange(start, removed).InsertRange(start, Cells(put ?? [], [.. structure.DidOpen ?? [], .. known]));
    }

    private ImmutableArray<NotebookCell> Cells(ImmutableArray<NotebookCellItem> cells, ImmutableArray<TextDocumentItem> texts) =>
    [
        .. from cell in cells
           let text = texts.FirstOrDefault(each => each.Uri == cell.Document) ?? new TextDocumentItem(cell.Document, 0, string.Empty)
           select NotebookCell.Of(text.Uri, text.Version, text.Text, LineIndex.Of(text.Text), encoding),
    ];

    private static LspRange Down(LspRange range, int lines) => new(Down(range.Start, lines), Down(range.End, lines));

    private static Position Down(Position position, int lines) => position with { Line = position.Line + lines };
}
