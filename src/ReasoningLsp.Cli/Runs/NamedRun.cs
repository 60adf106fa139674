using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>The run that an argument names.</summary>
internal static class NamedRun
{
    /// <summary>That run.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static RunFolder Find(ProgramHost host, string name) => RunFolder.Find(host.Folder, name)
        ?? throw new UsageException($"There is no run \"{name}\" here: `reasoning-lsp run list` lists them, `reasoning-lsp review … --run "
            + $"{(RunFolder.IsName(name) ? name : "NAME")}` makes one.");

    /// <summary>That run with all its lines.</summary>
    /// <exception cref="UsageException">There is none, or it is not complete.</exception>
    public static RunFolder Complete(ProgramHost host, string name) => Complete(Find(host, name));

    /// <summary>The same run, which is complete.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public static RunFolder Complete(RunFolder run) => run.IsComplete ? run
        : throw new UsageException($"The run {run.Name} is not complete: go on with it, or merge its parts.");
}
