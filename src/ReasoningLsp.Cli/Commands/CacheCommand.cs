using System.CommandLine;
using System.Globalization;
using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Scoring;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp cache</c>: what is kept of scores.</summary>
internal static class CacheCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var clear = new Command("clear", "Forget all scores; they are computed again when they are needed.");
        clear.SetAction(_ => Run(host, forget: true));
        var command = new Command("cache", "Show where scores are kept and how much room they take.") { clear };
        command.SetAction(_ => Run(host, forget: false));
        return command;
    }

    private static int Run(ProgramHost host, bool forget)
    {
        using var store = ScoreCache.Open(host);
        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var forgotten = forget ? store.Clear() : 0;
        var (entries, bytes) = store.Size();
        if (store.Problem is { } problem)
        {
            host.Error.WriteLine(problem);
            return ExitCode.Trouble;
        }

        output.WriteLine(forget
            ? string.Create(CultureInfo.InvariantCulture, $"{forgotten:N0} scores forgotten.")
            : string.Create(CultureInfo.InvariantCulture, $"{ScoreCache.PathOf(host)}: {entries:N0} scores, {bytes >> 10:N0} KB"));
        return ExitCode.Clean;
    }
}
