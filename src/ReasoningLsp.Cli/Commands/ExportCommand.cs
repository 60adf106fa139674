using System.CommandLine;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Exporting;
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

    private const int MostTold = 20;

    private readonly Argument<string> _name = new("name") { Description = "The run; with --check, the file." };
    private readonly Option<ExportFormat> _format = Choices.Option("--format", s_formats, "For whom.");
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write to this file, whole or not at all, instead of standard output.",
        HelpName = "file",
    };
    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "Of pairs: write how likely this model finds both answers. builtin, an added model, or a GGUF file.",
        HelpName = "model",
    };
    private readonly Option<string?> _reference = new("--reference")
    {
        Description = "Of pairs: the model that the policy was trained from; pairs whose chosen answer lost likelihood are flagged.",
        HelpName = "model",
    };
    private readonly Option<bool> _inProcess = new("--in-process")
    {
        Description = "Compute in this process instead of the shared engine.",
        Hidden = true,
    };
    private readonly ExportArguments _what = new();
    private readonly Option<bool> _check = new("--check") { Description = "Check a file that was exported, line by line." };

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("export", "Write a run's labels as training data, with source and confidence of each.")
        {
            _name, _format, _output, _check, _policy, _reference, _inProcess,
        };
        _what.AddTo(command);
        command.SetAction((result, cancellationToken) => Task.Run(
            () => result.GetValue(_check) ? Task.FromResult(Check(host, result)) : ExportAsync(host, result, cancellationToken),
            cancellationToken));
        return command;
    }

    private async Task<int> ExportAsync(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var run = NamedRun.Complete(host, result.GetValue(_name)!);
        var plan = _what.Plan(host, result, result.GetValue(_format));
        if (result.GetValue(_policy) is not { } policy)
            return result.GetValue(_reference) is null ? Export(host, result, run, plan, cancellationToken)
                : throw new UsageException("--reference is what a policy is compared with: add --policy MODEL.");
        if (plan.Format != ExportFormat.Preference)
            throw new UsageException("--policy is asked of pairs: add --format preference.");
        await using var engine = EngineChoice.Open(result.GetValue(_inProcess), host);
        var likelihoods = new PairLikelihoods(host, engine, JudgeChoice.Named(policy, host),
            result.GetValue(_reference) is { } reference ? JudgeChoice.Named(reference, host) : null);
        return Export(host, result, run, plan with { Margin = pair => likelihoods.Of(pair, cancellationToken) }, cancellationToken);
    }

    private int Export(ProgramHost host, ParseResult result, RunFolder run, ExportPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            using var file = result.GetValue(_output) is { } path ? WrittenFile.Begin(host, Path.GetFullPath(path, host.Folder)) : null;
            var exporter = new Exporter(plan);
            using (var output = new StreamWriter(file?.Stream ?? host.Output, new UTF8Encoding(false), 1 << 16,
                leaveOpen: true)
            { NewLine = "\n" })
            {
                foreach (var line in exporter.Lines(() => RunTraceReader.Read(run)))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    output.WriteLine(line);
                }
            }

            file?.Commit();
            ExportText.Write(host.Error, exporter.Tally, plan);
            _what.TellLeft(host, result, plan);
            return exporter.Tally is { Written: > 0, Unmeasured: 0 } ? ExitCode.Clean : ExitCode.Trouble;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException(error.Message);
        }
    }

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
                if (broken++ < MostTold)
                    host.Error.WriteLine($"{name}:{number}: {problem}");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(error is FileNotFoundException && RunFolder.Find(host.Folder, name) is not null
                ? $"--check reads a file that was exported, and {name} is a run: `reasoning-lsp export {name} --output FILE` writes one."
                : $"{name} cannot be read: {FileTrouble.Of(error)}");
        }

        if (broken > MostTold)
            host.Error.WriteLine($"{name}: {Plural.Of(broken - MostTold, "line")} more.");
        host.Error.WriteLine($"{Plural.Of(number, "record")}, {broken} that a trainer would not take.");
        return broken > 0 || number == 0 ? ExitCode.Trouble : ExitCode.Clean;
    }
}
