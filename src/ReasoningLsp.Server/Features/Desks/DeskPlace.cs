using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Desks;

/// <summary>What a desk is opened of.</summary>
/// <param name="Path">Full path of the file or folder.</param>
/// <param name="Name">What people know it by.</param>
/// <param name="Kind"><c>run</c>, <c>file</c> or <c>folder</c>.</param>
/// <param name="Lines">Of a run: its lines.</param>
/// <param name="Base">Full path of the folder that names of files are relative to.</param>
/// <param name="Home">Full path of the folder in which decisions are written.</param>
internal sealed record DeskPlace(string Path, string Name, string Kind, string? Lines, string Base, string Home)
{
    /// <summary>The place that an address names.</summary>
    /// <exception cref="LspException">There is nothing to open.</exception>
    public static DeskPlace Of(Session session, string uri)
    {
        var path = FilePath.Of(uri) is { } named ? System.IO.Path.TrimEndingDirectorySeparator(named)
            : throw new LspException(LspError.InvalidParams, "A desk is opened of a run, a file or a folder on this machine.");
        var folder = Directory.Exists(path) ? path : System.IO.Path.GetDirectoryName(path)!;
        var name = System.IO.Path.GetFileName(path);
        var run = new RunFolder(System.IO.Path.GetFileName(folder), folder);
        if (File.Exists(run.Settings) && (folder == path || name == System.IO.Path.GetFileName(run.Traces)))
            return OfRun(run);
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new LspException(LspError.RequestFailed, $"{path} is not there any more.");
        var open = session.Folders.Around(folder);
        return new DeskPlace(path, name, folder == path ? "folder" : "file", null, open ?? folder, DecisionFile.HomeOf(folder, open));
    }

    private static DeskPlace OfRun(RunFolder run)
    {
        var lines = run.Traces;
        if (!File.Exists(lines))
        {
            lines = run.Partial(Shard.Whole);
            if (!File.Exists(lines))
                throw new LspException(LspError.RequestFailed,
                    $"The run {run.Name} has no lines yet: go on with it by the command that began it, or put its parts together with "
                        + $"`reasoning-lsp run merge {run.Name}`.");
        }

        // Below the folder .reasoning/runs/NAME stands the folder that was worked in.
        var worked = System.IO.Path.GetFullPath(System.IO.Path.Combine(run.Path, "..", "..", ".."));
        return new DeskPlace(run.Path, run.Name, "run", lines, worked, DecisionFile.HomeOf(worked, worked));
    }
}
