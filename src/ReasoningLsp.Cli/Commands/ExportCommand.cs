using System.CommandLine;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Exporting;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp export</c>: labels of a run for training, and whether a file of them is one that trainers take.</summary>
internal sealed class ExportCommand
{
    private static readonly (string Word, ExportFormat Value)[] s_formats =
    [
        ("trl-stepwise", ExportFormat.TrlStepwise), ("prm800k", ExportFormat.Prm800K), ("preference", ExportFormat.Preference),
        ("episodes", ExportFormat.Episodes),
    ];

    private readonly Argument<string> _name = new("name") { Description = "The run; with --check, the file." };
    private readonly Option<ExportFormat> _format = Choices.Option("--format", s_formats, "For whom.");
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write to this file, whole or not at all, instead of standard output.",
        HelpName = "file",
    };
    private readonly Option<string?> _labels = new("--labels")
    {
        Description = "What is true: decisions, or a JSONL file with id or hash and label. Default: the records' own labels. Steps "
            + "that exact checks refute are wrong in any case.",
        HelpName = "decisions|file",
    };
    private readonly Option<double?> _certain = new("--certain")
    {
        Description = "Label steps that nobody judged by the reward model where it is this sure, from 0.5 to 1.",
        HelpName = "share",
    };
    private readonly Option<bool> _check = new("--check") { Description = "Check a file that was exported, line by line." };

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("export", "Write a run's labels as training data, with source and confidence of each.")
        {
            _name, _format, _output, _labels, _certain, _check,
        };
        command.SetAction((result, cancellationToken) => Task.Run(
            () => result.GetValue(_check) ? Check(host, result) : Export(host, result, cancellationToken), cancellationToken));
        return command;
    }

    private int Export(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var run = RunCommand.Named(host, result.GetValue(_name)!);
        if (!run.IsComplete)
            throw new UsageException($"The run {run.Name} is not complete: go on with it, or merge its parts.");
        if (result.GetValue(_certain) is < 0.5 or > 1)
            throw new UsageException("--certain is a share from 0.5 to 1.");
        try
        {
            using var file = result.GetValue(_output) is { } path ? AtomicFile.Create(Path.GetFullPath(path, host.Folder)) : null;
            int written = 0, unlicensed = 0;
            using (var output = new StreamWriter(file?.Stream ?? host.Output, new UTF8Encoding(false), 1 << 16,
                leaveOpen: true)
            { NewLine = "\n" })
            {
                foreach (var line in Lines(host, result, run))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    output.WriteLine(line);
                    written++;
                    unlicensed += line.Contains("\\\"licence\\\":", StringComparison.Ordinal) ? 0 : 1;
                }
            }

            file?.Commit();
            host.Error.WriteLine($"{Plural.Of(written, "record")} written{(unlicensed > 0
                ? $"; {unlicensed} of them name no licence (\"licence\" in the records): see to it before passing them on"
                    : string.Empty)}.");
            return written > 0 ? ExitCode.Clean : ExitCode.Trouble;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException(error.Message);
        }
    }

    private IEnumerable<string> Lines(ProgramHost host, ParseResult result, RunFolder run)
    {
        var labels = Source(host, result.GetValue(_labels));
        var traces = RunTraceReader.Read(run).Where(trace => trace.Number is not null);
        var format = result.GetValue(_format);
        if (format == ExportFormat.Preference)
            return new PreferencePairs(labels).Of(traces);
        var steps = new StepLabels(labels, result.GetValue(_certain));
        return traces.Select(trace => ExportLine.Of(format, trace, steps.Of(trace))).OfType<string>();
    }

    private static LabelSource Source(ProgramHost host, string? labels) => labels switch
    {
        null => LabelSource.Records,
        "decisions" => LabelSource.Decisions(new Policies(host).For(host.Folder).Decisions),
        var file => LabelSource.File(Path.GetFullPath(file, host.Folder)),
    };

    private int Check(ProgramHost host, ParseResult result)
    {
        var name = result.GetValue(_name)!;
        int number = 0, broken = 0;
        try
        {
            foreach (var line in File.ReadLines(Path.GetFullPath(name, host.Folder)))
            {
                number++;
                if (ExportCheck.Problem(result.GetValue(_format), line) is not { } problem)
                    continue;
                broken++;
                host.Error.WriteLine($"{name}:{number}: {problem}");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} cannot be read: {error.Message}");
        }

        host.Error.WriteLine($"{Plural.Of(number, "record")}, {broken} that a trainer would not take.");
        return broken > 0 || number == 0 ? ExitCode.Trouble : ExitCode.Clean;
    }
}
