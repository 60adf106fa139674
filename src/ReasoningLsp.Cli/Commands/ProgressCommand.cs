using System.CommandLine;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Correcting;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Rollouts;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scoring.Rollouts;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp progress</c>: how much nearer to the right answer each step comes.</summary>
internal sealed class ProgressCommand
{
    private readonly Argument<string> _file = new("file") { Description = "The file with the solution." };
    private readonly Option<int> _trace = new("--trace")
    {
        Description = "Which solution of the file, from 1. Default: 1.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Every solution of the file that gives its right answer, one after the other; what --trace and --answer are of one.",
    };
    private readonly Option<string?> _answer = new("--answer")
    {
        Description = "The right answer. Default: what the file's front matter or record gives.",
        HelpName = "text",
    };
    private readonly Option<string> _writer = new("--writer")
    {
        Description = "The model that completes: builtin, an added model, or a GGUF file. One that is neither too weak nor too strong "
            + "for the problem tells most.",
        HelpName = "model",
        Required = true,
    };
    private readonly Option<int> _rollouts = new("--rollouts")
    {
        Description = "Completions from each step, 1 to 256. Default: 4.",
        HelpName = "count",
        DefaultValueFactory = _ => 4,
    };
    private readonly Option<int> _bestOf = new("--best-of")
    {
        Description = "Value a step as if the best of so many completions were taken, 1 to 64, for a writer that seldom succeeds. "
            + "Default: 1.",
        HelpName = "count",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<int> _tokens = new("--max-tokens")
    {
        Description = "Most tokens of one completion, 8 to 4096. Default: 256.",
        HelpName = "count",
        DefaultValueFactory = _ => 256,
    };
    private readonly Option<int> _budget = new("--budget")
    {
        Description = "Most tokens of all completions together. Default: 20000.",
        HelpName = "tokens",
        DefaultValueFactory = _ => 20_000,
    };
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The same seed writes the same completions. Default: 1.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<bool> _inProcess = new("--in-process")
    {
        Description = "Compute in this process instead of the shared engine.",
        Hidden = true,
    };
    private readonly Option<ReportFormat> _format =
        Choices.Option("--format", [.. Choices.Formats.Take(2)], "How the estimate is written.");

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("progress",
            "Tell how much nearer to the right answer each step comes: a model completes the solution from every step, and its successes "
                + "are counted.")
        {
            _file, _trace, _all, _answer, _writer, _rollouts, _bestOf, _tokens, _budget, _seed, _inProcess, _format, Reproducible.Option(),
        };
        command.SetAction((result, cancellationToken) => RunAsync(Reproducible.Of(host, result), result, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var options = Options(result);
        var loaded = await LoadedTrace.OpenAsync(host, result.GetValue(_file)!, result.GetValue(_trace), cancellationToken)
            .ConfigureAwait(false);
        await using var engine = EngineChoice.Open(result.GetValue(_inProcess), host);
        if (!result.GetValue(_all))
            return loaded.Ended(await EstimateAsync(host, result, options, engine, loaded, cancellationToken).ConfigureAwait(false));
        if (result.GetResult(_trace) is { Implicit: false } || result.GetValue(_answer) is not null)
            throw new UsageException("--trace and --answer are of one solution: leave them out, or --all.");
        List<TraceReview> known = [.. loaded.Review.Reviews.Where(review =>
            !review.Trace.Steps.IsEmpty && !string.IsNullOrWhiteSpace(review.Trace.Settings.Answer))];
        if (known.Count < loaded.Review.Reviews.Length)
            host.Error.WriteLine($"{Plural.Of(loaded.Review.Reviews.Length - known.Count, "solution")} left out: no steps, or no right "
                + "answer to count by.");
        var exitCode = known.Count > 0 ? ExitCode.Clean : ExitCode.Trouble;
        foreach (var review in known)
        {
            var ended = await EstimateAsync(host, result, options, engine, loaded with { Reviewed = review }, cancellationToken)
                .ConfigureAwait(false);
            exitCode = ended == ExitCode.Clean ? exitCode : ended;
        }

        return loaded.Ended(exitCode);
    }

    private async Task<int> EstimateAsync(ProgramHost host, ParseResult result, RolloutOptions options, IInferenceEngine engine,
        LoadedTrace loaded, CancellationToken cancellationToken)
    {
        var trace = loaded.Reviewed.Trace;
        if (trace.Steps.IsEmpty)
            throw new UsageException($"{host.Display(loaded.Path)} holds no steps.");
        if ((result.GetValue(_answer) ?? trace.Settings.Answer) is not { } reference || string.IsNullOrWhiteSpace(reference))
            throw new UsageException(
                $"{host.Display(loaded.Path)} gives no right answer to count by: write `answer:` into its front matter, or add --answer "
                    + $"TEXT.");
        var progress = new ProgressLine(host);
        ProgressEstimate? estimate = null;
        try
        {
            await foreach (var each in new ProgressEstimator(engine, JudgeChoice.Named(result.GetValue(_writer)!, host),
                options).EstimateAsync(trace, reference.Trim(), cancellationToken).ConfigureAwait(false))
            {
                estimate = each;
                progress.Show(each.Rollouts, each.Expected, each.Tokens);
            }
        }
        catch (InferenceException error)
        {
            host.Error.WriteLine($"No completions: {error.Message}");
            return ExitCode.Trouble;
        }
        finally
        {
            // What was counted before an interruption is told.
            progress.Clear();
            if (estimate is not null)
                Write(host, result, loaded, estimate);
        }

        if (estimate is { IsComplete: false })
            host.Error.WriteLine("The budget was spent before all completions were written: raise --budget, or lower --rollouts or "
                + "--max-tokens.");
        return ExitCode.Clean;
    }

    private RolloutOptions Options(ParseResult result)
    {
        int Within(Option<int> option, int least, int most) => result.GetValue(option) is var value && value >= least && value <= most
            ? value
            : throw new UsageException($"{option.Name} is from {least} to {most}.");
        var options = new RolloutOptions
        {
            Rollouts = Within(_rollouts, 1, 256),
            BestOf = Within(_bestOf, 1, 64),
            MaximumTokens = Within(_tokens, 8, 4096),
            Budget = Within(_budget, 8, 100_000_000),
            Seed = result.GetValue(_seed),
        };
        return options.Budget >= options.MaximumTokens ? options
            : throw new UsageException("--budget does not hold one completion of --max-tokens: raise it, or lower --max-tokens.");
    }

    private void Write(ProgramHost host, ParseResult result, LoadedTrace loaded, ProgressEstimate estimate)
    {
        if (result.GetValue(_format) == ReportFormat.JsonLines)
        {
            ProgressJson.Write(host.Output, host.Display(loaded.Path), loaded.Reviewed.Trace, estimate);
            return;
        }

        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        ProgressText.Write(output, new Palette(host.OutputIsTerminal && host.Colour), host.Display(loaded.Path), estimate);
    }
}
