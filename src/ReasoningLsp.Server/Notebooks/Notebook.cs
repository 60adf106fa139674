using System.Collections.Immutable;

namespace ReasoningLsp.Server.Notebooks;

/// <summary>
/// An open notebook: its cells of prose as one text, an empty line between two, so that a place in a cell is a place in the text
/// some lines further down. Immutable.
/// </summary>
internal sealed class Notebook
{
    /// <summary>Between two cells, as where the file is read.</summary>
    public const string Between = "\n\n";

    private const int LinesBetween = 1;

    /// <summary>A notebook of cells.</summary>
    /// <param name="uri">The client's string for it.</param>
    /// <param name="version">The client's number for it.</param>
    /// <param name="cells">In their order.</param>
    public Notebook(string uri, int version, ImmutableArray<NotebookCell> cells)
    {
        (Uri, Version, Cells) = (uri, version, cells);
        var starts = ImmutableArray.CreateBuilder<int>(cells.Length);
        var line = 0;
        foreach (var cell in cells)
        {
            starts.Add(line);
            line += cell.Lines.LineCount + LinesBetween;
        }

        Starts = starts.MoveToImmutable();
    }

    /// <summary>The client's string for it.</summary>
    public string Uri { get; }

    /// <summary>The client's number for it, which grows with every change of a cell.</summary>
    public int Version { get; }

    /// <summary>In their order.</summary>
    public ImmutableArray<NotebookCell> Cells { get; }

    /// <summary>The line of the text on which each cell begins.</summary>
    public ImmutableArray<int> Starts { get; }

    /// <summary>All cells as one text.</summary>
    public string Text => string.Join(Between, Cells.Select(cell => cell.Text));

    /// <summary>The index of the cell that a line of the text lies in, or that ends before it; -1 where there is no cell.</summary>
    public int CellAt(int line)
    {
        var found = Starts.BinarySearch(line);
        return found >= 0 ? found : Math.Max(~found - 1, Cells.IsEmpty ? -1 : 0);
    }

    /// <summary>The index of the cell with an address, or -1.</summary>
    public int IndexOf(string cell)
    {
        for (var index = 0; index < Cells.Length; index++)
        {
            if (Cells[index].Uri == cell)
                return index;
        }

        return -1;
    }
}
