using System.CommandLine;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>Options of <c>bench</c> that measure a run that is kept.</summary>
internal sealed class RunBenchArguments
{
    private const string FormatName = "--format";
    private static readonly string[] s_groups = ["language", "source", "kind"];

    private readonly Option<string?> _against = new("--against")
    {
        Description = "Of a run: compare it with this one, on the traces that both have.",
        HelpName = "run",
    };
    private readonly Option<string?> _labels = new("--labels")
    {
        Description = "Of a run: what is true comes from what people decided (decisions) or from a JSONL file with id or hash and label. "
            + "Default: the records' own labels.",
        HelpName = "decisions|file",
    };
    private readonly Option<string?> _by = new("--by")
    {
        Description = "Of a run: figures for each language, source or kind as well.",
        HelpName = string.Join('|', s_groups),
    };
    private readonly Option<bool> _calibrate = new("--calibrate")
    {
        Description = "Of a run: fit what share of steps of a score is right, try it on steps held back, and keep it for the profile.",
    };
    private readonly Option<string?> _html = new("--html")
    {
        Description = "Of a run: write the page of figures, pictures and failures to this file.",
        HelpName = "file",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_against, _labels, _by, _calibrate, _html])
            command.Options.Add(option);
    }

    /// <summary>The measure of a run, or null where files are named.</summary>
    /// <exception cref="UsageException">An option of a run stands beside files, or names nothing.</exception>
    public RunBench? Of(ProgramHost host, ParseResult result, string[] paths, ReportFormat format)
    {
        var run = paths is [var name] && !Path.Exists(Path.GetFullPath(name, host.Folder)) ? RunFolder.Find(host.Folder, name) : null;
        Option[] own = [_against, _labels, _by, _calibrate, _html];
        var given = Array.Find(own, option => IsGiven(result, option));
        if (run is null)
        {
            return given is null ? null : throw new UsageException(
                $"{given.Name} measures a run: name one of `reasoning-lsp run list` in place of files.");
        }

        // Whatever else bench takes is asked of solutions as they are checked, and a run keeps what was found.
        if (result.CommandResult.Command.Options.Except(own).FirstOrDefault(option => option is { Hidden: false, Recursive: false }
            && option.Name != FormatName && IsGiven(result, option)) is { } other)
        {
            throw new UsageException($"{other.Name} measures files of labelled traces, and {run.Name} is a run: name files in its place or "
                + $"leave {other.Name} out.");
        }

        if (result.GetValue(_by) is { } by && !s_groups.Contains(by))
            throw new UsageException($"--by is language, source or kind, not \"{by}\".");
        return new RunBench(host, run)
        {
            Against = result.GetValue(_against) is { } against ? NamedRun.Find(host, against) : null,
            Labels = result.GetValue(_labels),
            By = result.GetValue(_by),
            Calibrate = result.GetValue(_calibrate),
            Html = host.FullPath(result, _html),
            Format = format,
        };
    }

    private static bool IsGiven(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
