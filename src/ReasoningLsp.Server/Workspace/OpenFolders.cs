using System.Collections.Immutable;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Workspace;

/// <summary>The folders that the client has open, as full paths. Thread-safe.</summary>
internal sealed class OpenFolders
{
    private ImmutableArray<string> _paths = [];

    /// <summary>The folders, in the client's order.</summary>
    public ImmutableArray<string> Paths => _paths;

    /// <summary>Some were closed, others opened.</summary>
    public void Change(IEnumerable<WorkspaceFolder> added, IEnumerable<WorkspaceFolder> removed) =>
        ImmutableInterlocked.Update(ref _paths, paths => [.. paths.Except(PathsOf(removed)).Union(PathsOf(added))]);

    /// <summary>The folder that holds a path, the innermost of several; null where none does.</summary>
    public string? Around(string path) => _paths
        .Where(folder => path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .MaxBy(folder => folder.Length);

    private static IEnumerable<string> PathsOf(IEnumerable<WorkspaceFolder> folders) =>
        folders.Select(folder => FilePath.Of(folder.Uri)).OfType<string>().Select(path => Path.TrimEndingDirectorySeparator(path));
}
