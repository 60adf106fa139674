using System.Collections.Immutable;
using System.CommandLine;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp review</c>: its options, and what they mean.</summary>
internal sealed class ReviewCommand
{
    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "Files, folders, globs, or - for standard input. A file that is named is always reviewed; in a folder only files "
            + "that ask for it. Default: the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<ReportFormat> _format = Choices.Option("--format", Choices.Formats, "How the report is written.");
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the report to this file, whole or not at all, instead of standard output.",
        HelpName = "file",
    };
    private readonly Option<FailOn?> _failOn =
        Choices.Optional("--fail-on", Choices.FailOns,
        "Exit with 1 if there is a finding of this severity or a graver one. Default: warning.");
    private readonly Option<string[]> _rules = new("--rules")
    {
        Description = "Only these rules, separated by commas; RR1xx names a family.",
        HelpName = "ids",
    };
    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "Do not report the findings written down in this file; tell which of them are gone.",
        HelpName = "file",
    };
    private readonly Option<bool> _writeBaseline = new(
        "--write-baseline")
    { Description = "Write all findings down in the baseline instead of reporting them." };
    private readonly Option<FixKind?> _fix =
        Choices.Optional("--fix", Choices.Fixes,
        "Repair what can be repaired exactly, then review again. --fix=propagate also recomputes later numbers that depend on it.");
    private readonly Option<int?> _explain = new("--explain")
    {
        Description = "Tell of this step, from 1, what was read: each relation with its kind, its readings and what was decided, and the "
            + "text that was left. In text and jsonl.",
        HelpName = "step",
    };
    private readonly Option<string?> _config = new("--config")
    {
        Description = "Use this configuration instead of the reasoning-review.json of each folder.",
        HelpName = "file",
    };
    private readonly Option<TraceFormat?> _stdinFormat =
        Choices.Optional("--stdin-format", Choices.TraceFormats,
        "How to read standard input. Default: by --stdin-filename, or by its content.");
    private readonly Option<string?> _stdinFilename = new("--stdin-filename")
    {
        Description = "The name that standard input goes by in the report; its folder's configuration holds.",
        HelpName = "file",
    };

    private readonly Option<string?> _run = new("--run")
    {
        Description = "Keep what is found as a run of this name in .reasoning/runs, and go on with it where it was interrupted.",
        HelpName = "name",
    };
    private readonly Option<string?> _shard = new("--shard")
    {
        Description = "Do only part I of N of a run, I from 0; `run merge` puts the parts together.",
        HelpName = "I/N",
    };
    private readonly Option<string?> _rulePages = new("--rule-pages")
    {
        Description = "Where SARIF and HTML link the rules' pages: the address of a repository, or one with {rule} in it. Default: the "
            + "project's repository.",
        HelpName = "url",
    };

    private readonly Option<bool> _runPrograms = new("--run-programs")
    {
        Description = "Run the Python programs that steps carry, in a sandbox that reaches no file and no network, and compare what they "
            + "print with the output stated beside them.",
    };

    private readonly ScoringArguments _scoring = new();
    private readonly SignalArguments _signals = new();
    private readonly JudgingArguments _judging = new();

    /// <summary>The command.</summary>
    public Command Create(ProgramHost asked, Func<ReviewOptions, IExactReviewer> exact)
    {
        var command = new Command("review", "Review worked solutions and reasoning traces with exact checks.")
        {
            _paths, _format, _output, _failOn, _rules, _baseline, _writeBaseline, _fix, _explain, _config, _stdinFormat,
            _stdinFilename, _rulePages, _run, _shard, _runPrograms,
        };
        _scoring.AddTo(command);
        _signals.AddTo(command, isFinished: false);
        _judging.AddTo(command);
        command.SetAction((result, cancellationToken) =>
        {
            var host = Reproducible.Of(asked, result);
            var scoring = _scoring.Choice(host, result);
            var judging = _judging.Choice(host, result);
            var request = Request(host, result);
            var kept = RunTarget.Of(host, result.GetValue(_run), result.GetValue(_shard), Asked(result, scoring, judging));
            if (kept is not null)
                CheckKept(result, request, kept);
            return RunAsync(host, request, kept, scoring, _signals.Choice(host, result, scoring), judging, exact,
                result.GetValue(_runPrograms), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(ProgramHost host, ReviewRequest request, RunTarget? kept, ScoringChoice? scoring,
        SignalChoice signals, JudgingChoice judging, Func<ReviewOptions, IExactReviewer> exact, bool runsPrograms,
        CancellationToken cancellationToken)
    {
        var failed = new FailedStages(host.Error.WriteLine);
        using var sandbox = runsPrograms ? ProgramSandboxes.Open(host) : null;
        ImmutableArray<ITraceStage> first = sandbox is null ? [] : [new ProgramStage(sandbox, failed)];
        if (scoring is null && judging.Model is null && signals.Backward is null)
        {
            var code = await RunAsync(host, request, kept, exact,
                new ReviewPipeline([.. first, new ChecklistStage(judging.List, null, failed)]), cancellationToken).ConfigureAwait(false);
            return sandbox is not null && failed.Any ? ExitCode.Trouble : code;
        }

        await using var engine = EngineChoice.Open(scoring?.InProcess ?? judging.InProcess, host);
        host = EngineChoice.Widened(host, scoring?.Model.Model, judging.Model?.Model, signals.Backward?.Model);
        using var store = ScoreCache.Open(host);
        using var scorer = ScoreCache.Scorer(engine, store, host);
        var stages = ModelStages.Of(host, engine, scorer, scoring?.Model, signals, judging, first);
        var exitCode = await RunAsync(host, request with { AsksModels = true }, kept, exact, stages.Pipeline, cancellationToken)
            .ConfigureAwait(false);
        if (store.Problem is { } problem)
            host.Error.WriteLine(problem);
        return stages.AnyFailed || (sandbox is not null && failed.Any) ? ExitCode.Trouble : exitCode;
    }

    private static async Task<int> RunAsync(
        ProgramHost host, ReviewRequest request, RunTarget? kept, Func<ReviewOptions, IExactReviewer> exact, ReviewPipeline pipeline,
        CancellationToken cancellationToken)
    {
        if (kept is not null)
            return await new KeptRun(host, request, kept, exact, pipeline).RunAsync(cancellationToken).ConfigureAwait(false);
        using var report = ReportTarget.Open(host, request);
        var exitCode = await new ReviewRun(host, request, report.Reporter, exact, pipeline).RunAsync(cancellationToken)
            .ConfigureAwait(false);
        report.Commit();
        return exitCode;
    }

    private ReviewRequest Request(ProgramHost host, ParseResult result)
    {
        var paths = result.GetValue(_paths) ?? [];
        var request = new ReviewRequest
        {
            Paths = paths.Length == 0 ? ["."] : [.. paths],
            Format = result.GetValue(_format),
            Output = host.FullPath(result, _output),
            FailOn = result.GetValue(_failOn),
            Rules = RuleSelection.Parse(result.GetValue(_rules) ?? []),
            Baseline = host.FullPath(result, _baseline),
            WriteBaseline = result.GetValue(_writeBaseline),
            Fix = result.GetValue(_fix),
            Explained = result.GetValue(_explain) - 1,
            Configuration = host.FullPath(result, _config),
            InputFormat = result.GetValue(_stdinFormat),
            InputName = result.GetValue(_stdinFilename),
            RulePages = RulePages(result.GetValue(_rulePages)),
        };
        Check(request);
        return request;
    }

    private static RuleLinks RulePages(string? address) => address is null
        ? RuleLinks.Default
        : RuleLinks.Read(address) ?? throw new UsageException(
            $"--rule-pages is an address of http, https or file, such as https://example.org/rules/{{rule}}, not \"{address}\".");

    // All that decides what a run's lines say, and by content what stands in files beside it.
    private Dictionary<string, string> Asked(ParseResult result, ScoringChoice? scoring, JudgingChoice judging)
    {
        Option[] others = [_format, _output, _failOn, _run, _shard, _rulePages];
        var asked = result.CommandResult.Command.Options.Except(others)
            .Select(option => (option.Name, Result: result.GetResult(option)))
            .Where(option => option.Result is { Implicit: false } && option.Name != "--in-process")
            .ToDictionary(option => option.Name, option => string.Join(' ', option.Result!.Tokens.Select(token => token.Value)));
        if (scoring is not null)
            asked["reward model"] = $"{scoring.Model.Profile.Name} {RunHashes.OfModel(scoring.Model.Model)}";
        if (scoring?.Model.Profile.Measured is { } measured)
            asked["calibration"] = RunHashes.Of(string.Join('\n', measured.Groups.SelectMany(group => group.Levels.Prepend(null)
                .Select(level => level?.ToString() ?? group.Of))));
        if (judging.Model is { } judge)
            asked["judge"] = RunHashes.OfModel(judge.Model);
        if (judging.List is { } list)
            asked["checklist"] = RunHashes.Of(string.Join('\n', list.Items.Select(item => item.Question)));
        return asked;
    }

    private void CheckKept(ParseResult result, ReviewRequest request, RunTarget kept)
    {
        Option[] cannot = [_format, _output, _baseline, _writeBaseline, _fix, _explain];
        if (Array.Find(cannot, option => result.GetResult(option) is { Implicit: false }) is { } refused)
            throw new UsageException($"{refused.Name} is no part of a run, which keeps all that is found as lines of JSON: leave it out, "
                + $"or "
                + "leave --run out.");
        if (!kept.Shard.IsWhole && request.Paths.Contains("-"))
            throw new UsageException("Standard input cannot be shared out: write it to a file, and name that.");
    }

    private static void Check(ReviewRequest request)
    {
        if (request.WriteBaseline && request.Baseline is null)
            throw new UsageException("--write-baseline needs to know where: add --baseline FILE.");
        if (request.Explained < 0)
            throw new UsageException("--explain takes a step, counted from 1.");
        if (request.Explained is not null && request.Format is not (ReportFormat.Text or ReportFormat.JsonLines))
            throw new UsageException("--explain is told in text and jsonl: leave --format out, or write --format jsonl.");
        if (request.Fix is not null && request.Paths.Contains("-"))
            throw new UsageException("--fix rewrites files; standard input cannot be rewritten. Save it to a file and name that.");
        if (request.Paths.Count(path => path == "-") > 1)
            throw new UsageException("Standard input can be read only once: name - once.");
    }
}
