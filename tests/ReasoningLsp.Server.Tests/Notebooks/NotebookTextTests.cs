using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Notebooks;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Notebooks;

public sealed class NotebookTextTests
{
    [Fact]
    public void Every_line_of_the_text_is_of_the_cell_that_it_came_from()
    {
        var notebook = Of("one\ntwo", "", "three\r\nfour\n");
        Assert.Equal("one\ntwo\n\n\n\nthree\r\nfour\n", notebook.Text);
        Assert.Equal([0, 3, 5], notebook.Starts);
        Assert.Equal([0, 0, 0, 1, 1, 2, 2, 2, 2], Enumerable.Range(0, 9).Select(notebook.CellAt));
    }

    [Fact]
    public void What_changes_in_a_cell_changes_the_text_in_the_same_way()
    {
        var random = new Random(7);
        var notebook = Of("one\ntwo", "a\r\nb", "three 😀\n");
        for (var round = 0; round < 200; round++)
        {
            var index = random.Next(3);
            var cell = notebook.Cells[index];
            // Places outside of the cell, too: they are the nearest inside.
            var from = new Position(random.Next(4), random.Next(6));
            var to = new Position(from.Line + random.Next(2), random.Next(6));
            ContentChange change = random.Next(5) == 0 ? new("new\ntext") : new(random.Next(2) == 0 ? "x" : "y\n", new LspRange(from, to));
            var typed = new CellTextChange(new VersionedTextDocumentIdentifier(cell.Uri, round), [change]);
            var (after, changes) = new NotebookChanges(PositionEncoding.Utf16).Changed(notebook, new DidChangeNotebookParams(
                new VersionedNotebookIdentifier(notebook.Uri, round), new NotebookChange(new CellsChange(TextContent: [typed]))));
            var text = new TextChanges(notebook.Text, LineIndex.Of(notebook.Text), PositionEncoding.Utf16).Apply(changes).Text;
            Assert.Equal(after.Text, text);
            notebook = after;
        }
    }

    private static Notebook Of(params string[] cells) => new("file:///a.ipynb", 1, [.. cells.Select((text, index) =>
        NotebookCell.Of($"cell:{index}", 1, text, LineIndex.Of(text), PositionEncoding.Utf16))]);
}
