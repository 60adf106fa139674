using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ReasoningLsp.Server.Notebooks;

/// <summary>The notebooks that are open. Changed from the message loop only, read from everywhere.</summary>
internal sealed class NotebookBook
{
    private readonly ConcurrentDictionary<string, Notebook> _notebooks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _ofCell = new(StringComparer.Ordinal);

    /// <summary>Whether none is open: then no message has to be looked into.</summary>
    public bool IsEmpty => _notebooks.IsEmpty;

    /// <summary>The open notebook of an address, or null.</summary>
    public Notebook? Find(string uri) => _notebooks.GetValueOrDefault(uri);

    /// <summary>Whether an address is an open cell's, and of which notebook.</summary>
    public bool HasCell(string uri, [NotNullWhen(true)] out Notebook? notebook)
    {
        notebook = _ofCell.TryGetValue(uri, out var whole) ? Find(whole) : null;
        return notebook is not null;
    }

    /// <summary>Opens a notebook, or takes it as it is now.</summary>
    public void Put(Notebook notebook)
    {
        Forget(notebook.Uri);
        foreach (var cell in notebook.Cells)
            _ofCell[cell.Uri] = notebook.Uri;
        _notebooks[notebook.Uri] = notebook;
    }

    /// <summary>Closes one; one that is not open is none.</summary>
    public Notebook? Close(string uri)
    {
        var closed = Forget(uri);
        _notebooks.TryRemove(uri, out _);
        return closed;
    }

    private Notebook? Forget(string uri)
    {
        if (Find(uri) is not { } known)
            return null;
        foreach (var cell in known.Cells)
            _ofCell.TryRemove(cell.Uri, out _);
        return known;
    }
}
