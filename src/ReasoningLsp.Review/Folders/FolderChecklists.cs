using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Lists;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Review.Folders;

/// <summary>The checklists that a folder's files can name, each read once. Thread-safe.</summary>
/// <param name="folder">Full path, or null where there is none: then the built-in ones.</param>
/// <param name="files">Reads them.</param>
public sealed class FolderChecklists(string? folder, FolderFiles files)
{
    // While a person writes front matter every keystroke names another list.
    private const int MostKept = 64;

    private readonly ChecklistLibrary _library = new(folder, files);
    private readonly ConcurrentDictionary<string, (Checklist List, ImmutableArray<ChecklistProblem> Problems)> _known = new(
        StringComparer.Ordinal);

    /// <summary>The list that <paramref name="entries"/> name, with what could not be found.</summary>
    public (Checklist List, ImmutableArray<ChecklistProblem> Problems) Resolve(ImmutableArray<string> entries)
    {
        if (_known.Count >= MostKept)
            _known.Clear();
        return _known.GetOrAdd(string.Join('\u001e', entries), _ => _library.Resolve(entries));
    }

    /// <summary>Every name there is.</summary>
    public ImmutableArray<string> Names() => [.. _library.Names()];
}
