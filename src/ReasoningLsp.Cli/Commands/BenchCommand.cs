using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Bench;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Inputs;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Inputs;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Scoring.Backward;
using ReasoningLsp.Runs.Planting;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp bench</c>: how the checks do on labelled traces.</summary>
internal sealed class BenchCommand
{
    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "JSONL files of labelled traces, or folders of them; or the name of a run that is kept.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<ReportFormat> _format =
        Choices.Option("--format", [.. Choices.Formats.Take(2)], "How the figures are written.");
    private readonly Option<string?> _failures = new("--failures")
    {
        Description = "Write each false alarm and each miss to this file as JSONL.",
        HelpName = "file",
    };
    /// <summary>A measure of fewer traces says too little to be kept of a judge.</summary>
    private const int FewestKept = 20;

    private readonly Option<string?> _judge = new("--judge")
    {
        Description = "Ask this model of every labelled trace whether all its steps are right. builtin, an added model, or a GGUF file.",
        HelpName = "model",
    };
    private readonly Option<bool> _vary = new(
        "--vary")
    { Description = "Ask the judge in six forms, and with the items backwards, and tell how often its answer stays." };
    private readonly Option<bool> _attack = new(
        "--attack")
    {
        Description = "Ask the judge of wrong traces again with an instruction to say yes at their end, in one of six "
            + "languages, and with a neutral sentence of its length."
    };
    private readonly Option<bool> _alarms = new(
        "--alarms")
    {
        Description = "List each finding of RR1xx, RR3xx and RR6xx on a trace that nobody called wrong, to be read by "
            + "hand; two runs as JSONL can be compared line by line."
    };
    private readonly Option<string?> _accepted = new("--accepted")
    {
        Description = "A list of alarms that people found right, as JSONL with id, rule, passage and reason. Exit with 1 if there is an "
            + "alarm that it lacks; list those.",
        HelpName = "file",
    };
    private readonly Option<FixKind?> _fix = Choices.Optional("--fix", Choices.Fixes,
        "Fix each trace in memory as review --fix would, and tell how many right ones that changes; list those. With --accepted, exit "
            + "with 1 if there is one.");
    private readonly Option<string?> _plant = new("--plant")
    {
        Description = "Plant errors of these kinds in the solutions in which nothing is found, and tell which of them are found; with "
            + "--failures, the misses are written as records. number, operator, sign, dependency, premise, unit, case, or all.",
        HelpName = "kinds",
    };
    private readonly PlantArguments _planting = new();
    private readonly RunBenchArguments _run = new();
    private readonly ScoringArguments _scoring = new();
    private readonly SignalArguments _signals = new();

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host, Func<ReviewOptions, IExactReviewer> exact)
    {
        var command = new Command("bench",
            "Measure the checks on labelled traces: what is found, what is missed, and false alarms, with 95 % intervals (Wilson). "
                + "The rules are measured as they are shipped: no reasoning-review.json, decision, suppression or baseline plays a part.")
        {
            _paths, _format, _failures, _alarms, _accepted, _fix, _judge, _vary, _attack, _plant,
        };
        _scoring.AddTo(command);
        _signals.AddTo(command, isFinished: true);
        _run.AddTo(command);
        _planting.AddTo(command);
        command.SetAction((result, cancellationToken) => _run.Of(host, result, result.GetValue(_paths) ?? [], result.GetValue(_format))
            is { } bench ? Task.Run(() => bench.Run(cancellationToken), cancellationToken)
                : RunAsync(Reproducible.Of(host, result), result, exact, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ProgramHost host, ParseResult result, Func<ReviewOptions, IExactReviewer> exact,
        CancellationToken cancellationToken)
    {
        var chosen = _scoring.Choice(host, result);
        var signals = _signals.Choice(host, result, chosen);
        var judged = result.GetValue(_judge) is { } name ? JudgeChoice.Named(name, host) : null;
        if (judged is null && (result.GetValue(_vary) || result.GetValue(_attack)))
            throw new UsageException("--vary and --attack are asked of a judge: add --judge MODEL.");
        var policy = FolderPolicy.Default(exact(ReviewOptions.Default));
        var author = _planting.Author(host, result, result.GetValue(_plant) is not null);
        var translator = _planting.Translator(host, result);
        if (chosen is null && signals.Backward is null && judged is null && author is null && translator is null)
            return await RunAsync(host, result, policy, ReviewPipeline.ExactOnly, null, null, null, null, cancellationToken)
                .ConfigureAwait(false);
        await using var engine = EngineChoice.Open(signals.InProcess, host);
        host = EngineChoice.Widened(host, chosen?.Model.Model, signals.Backward?.Model, judged?.Model, author?.Model,
            translator?.Model);
        using var store = ScoreCache.Open(host);
        using var scorer = ScoreCache.Scorer(engine, store, host);
        var failed = new FailedStages(host.Error.WriteLine);
        var pipeline = chosen is null
            ? ReviewPipeline.ExactOnly
            : new ReviewPipeline(new ScoreStage(scorer, chosen.Model, failed)
            {
                PartialLast = signals.PartialLast,
                Mathematics = signals.Mathematics
            });
        var backward = signals.Backward is null ? null : new BackwardPairs(host, new BackwardScorer(engine), signals.Backward);
        var judge = judged is null ? null
            : new JudgeTrials(host, new Judge(engine), judged, result.GetValue(_vary), result.GetValue(_attack));
        var exitCode = await RunAsync(host, result, policy, pipeline, backward, judge,
            author is null ? null : new ErrorAuthor(engine, author),
            translator is null ? null : new StepTranslator(engine, translator), cancellationToken).ConfigureAwait(false);
        if (store.Problem is { } problem)
            host.Error.WriteLine(problem);
        return failed.Any || backward is { HasFailed: true } || judge is { HasFailed: true } ? ExitCode.Trouble : exitCode;
    }

    private async Task<int> RunAsync(ProgramHost host, ParseResult result, FolderPolicy policy, ReviewPipeline pipeline,
        BackwardPairs? backward, JudgeTrials? judge, ErrorAuthor? author, StepTranslator? translator,
        CancellationToken cancellationToken)
    {
        using var failures = result.GetValue(_failures) is { } path ? Open(host, path) : null;
        if (result.GetValue(_plant) is { } planted)
            return await PlantAsync(host, result, new PlantRun(policy, pipeline, Kinds(planted), _planting.Level(result), author,
                new LanguageTrials(policy, _planting.Languages(result), translator), host.AtOnce), failures, cancellationToken)
                .ConfigureAwait(false);
        var lists = new BenchLists(
            failures is null ? null : new FailureWriter(new OutputStream(failures.Stream, result.GetValue(_failures)!)),
            result.GetValue(_alarms) || result.GetValue(_accepted) is not null
            ? new AlarmWriter(host.Output, result.GetValue(_format), isAll: result.GetValue(_alarms)) : null,
            result.GetValue(_accepted) is { } list ? Accepted(host, list) : null,
            result.GetValue(_fix) is null ? null : new FixWriter(host.Output, result.GetValue(_format)));
        var fixes = result.GetValue(_fix) is { } reach ? new FixTrials(policy, reach) : null;
        var run = new BenchRun(policy, pipeline, lists, backward, judge, fixes, host.AtOnce, host.Error.WriteLine);
        var exitCode = ExitCode.Clean;
        var pooled = new BenchCounts { Set = "all sets pooled" };
        var sets = 0;
        (double Threshold, string Set)? tuned = null;
        foreach (var file in (result.GetValue(_paths) ?? []).SelectMany(path => Files(host, path)).Distinct(StringComparer.Ordinal))
        {
            try
            {
                var counts = await run.MeasureAsync(file, host.Display(file), cancellationToken).ConfigureAwait(false);
                tuned ??= Tuned(counts);
                counts = counts with { Scores = counts.Scores is { } scores ? scores with { Tuned = tuned } : null };
                pooled = pooled.Plus(counts);
                sets++;
                exitCode = Told(host, counts) ? exitCode : ExitCode.Trouble;
                Write(host, result.GetValue(_format), counts);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                host.Error.WriteLine(ProblemText.Of(Unreadable.File(new InputFile(file, host.Display(file), host.Folder, null), error)));
                exitCode = ExitCode.Trouble;
            }
        }

        if (sets > 1)
            Write(host, result.GetValue(_format), pooled);
        if (judge is not null && pooled.Judge?.Measure is { Traces: >= FewestKept } measure)
            Keep(host, judge.Model, measure);
        failures?.Commit();
        if (sets == 0)
        {
            host.Error.WriteLine("No file was measured: bench reads JSON Lines (*.jsonl) of labelled traces.");
            return ExitCode.Trouble;
        }

        var isNew = pooled.Alarms.New > 0 || (lists.Accepted is not null && pooled.Fixes?.RightChanged > 0);
        return exitCode == ExitCode.Clean && isNew ? ExitCode.Findings : exitCode;
    }

    // Where published figures tune their threshold, it is on this set.
    private static (double Threshold, string Set)? Tuned(BenchCounts counts) =>
        counts.Set.Contains("gsm8k", StringComparison.OrdinalIgnoreCase) && counts.Scores?.Sweep?.Best() is { } best ? (best, counts.Set)
            : null;

    // So that its verdicts in reviews say what they are worth.
    private static void Keep(ProgramHost host, JudgeModel model, JudgeMeasure measure)
    {
        try
        {
            ProbeFile.In(host.UserFolder).Keep(model, measure);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            host.Error.WriteLine($"The measure of the judge could not be kept: {error.Message}");
        }
    }

    private async Task<int> PlantAsync(ProgramHost host, ParseResult result, PlantRun run, AtomicFile? failures,
        CancellationToken cancellationToken)
    {
        var files = (result.GetValue(_paths) ?? []).SelectMany(path => Files(host, path)).Distinct(StringComparer.Ordinal);
        using (var misses = failures is null ? null : new StreamWriter(failures.Stream, new UTF8Encoding(false),
            leaveOpen: true)
        { NewLine = "\n" })
            await run.MeasureAsync(files, misses, cancellationToken).ConfigureAwait(false);
        failures?.Commit();
        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        run.Write(output);
        if (run.Failure is null)
            return ExitCode.Clean;
        host.Error.WriteLine($"The model plants no more: {run.Failure}");
        return ExitCode.Trouble;
    }

    private static ImmutableArray<PlantKind> Kinds(string list) => list == "all" ? [.. Enum.GetValues<PlantKind>()]
        : [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word =>
            Enum.TryParse<PlantKind>(word, ignoreCase: true, out var kind) && !char.IsAsciiDigit(word[0]) ? kind
            : throw new UsageException($"--plant takes number, operator, sign, dependency, premise, unit, case or all, not \"{word}\"."))];

    /// <summary>Whether every record of a set was read; tells where not.</summary>
    private static bool Told(ProgramHost host, BenchCounts counts)
    {
        if (counts.Unreadable > 0)
            host.Error.WriteLine($"{counts.Set}: {Plural.Of(counts.Unreadable, "record")} cannot be read and counts for nothing; `review` "
                + "tells why.");
        else if (counts.Traces == 0)
            host.Error.WriteLine($"{counts.Set}: no trace stands in it.");
        return counts is { Unreadable: 0, Traces: > 0 };
    }

    private static IEnumerable<string> Files(ProgramHost host, string argument)
    {
        var path = Path.GetFullPath(argument, host.Folder);
        if (!Directory.Exists(path))
            return Globs.IsGlob(argument) && !File.Exists(path) ? Globs.Expand(host.Folder, argument) : [path];
        return FolderWalk.Files(path,
            (folder, message) => host.Error.WriteLine($"{host.Display(folder)}: this folder cannot be read: {message}"))
            .Where(file => file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase));
    }

    private static AtomicFile Open(ProgramHost host, string path)
    {
        try
        {
            return AtomicFile.Create(Path.GetFullPath(path, host.Folder));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The failures cannot be written to {path}: {error.Message}");
        }
    }

    private static AcceptedAlarms Accepted(ProgramHost host, string path)
    {
        try
        {
            return AcceptedAlarms.Read(Path.GetFullPath(path, host.Folder));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException("The accepted alarms cannot be read from "
                + $"{path}: {FileReason.Of(Path.GetFullPath(path, host.Folder), error)}");
        }
    }

    private static void Write(ProgramHost host, ReportFormat format, BenchCounts counts)
    {
        if (format == ReportFormat.JsonLines)
        {
            BenchJson.Write(host.Output, counts);
            return;
        }

        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        BenchText.Write(output, counts);
    }
}
