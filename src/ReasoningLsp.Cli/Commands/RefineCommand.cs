using System.CommandLine;
using System.Globalization;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Correcting;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp refine</c>: check, rewrite, check, with an account of every round.</summary>
internal sealed class RefineCommand
{
    private readonly Argument<string> _file = new("file") { Description = "The file with the solution." };
    private readonly Option<int> _trace = new("--trace")
    {
        Description = "Which solution of the file, from 1. Default: 1.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<int> _rounds = new("--rounds")
    {
        Description = "Most rounds, 1 to 10. Default: 3.",
        HelpName = "count",
        DefaultValueFactory = _ => 3,
    };
    private readonly Option<bool> _write = new(
        "--write")
    { Description = "Write the refined solution to the file. Default: show what would change." };
    private readonly Option<bool> _remember = new(
        "--remember")
    { Description = "With --write: keep a note of every correction in .reasoning/memory.md." };
    private readonly Option<ReportFormat> _format = Choices.Option("--format", [.. Choices.Formats.Take(2)], "How the account is written.");
    private readonly BestOfArguments _bestOf = new();
    private readonly WritingArguments _writing = new();
    private readonly JudgingArguments _judging = new();
    private readonly ScoringArguments _scoring = new();

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("refine",
            "Check, rewrite and check again until nothing improves; only verified corrections are applied, and a round that breaks "
                + "something is taken back. With --best-of: whole solutions are written, and the best takes the place of this one.")
        {
            _file, _trace, _rounds, _write, _remember, _format,
        };
        _bestOf.AddTo(command);
        _writing.AddTo(command);
        _judging.AddTo(command);
        _scoring.AddTo(command);
        command.SetAction((result, cancellationToken) => RunAsync(Reproducible.Of(host, result), result, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var loaded = await LoadedTrace.OpenAsync(host, result.GetValue(_file)!, result.GetValue(_trace), cancellationToken)
            .ConfigureAwait(false);
        if (result.GetValue(_write))
            loaded.RefuseIfNotWhole("Nothing is written");

        if (result.GetValue(_rounds) is < 1 or > 10)
            throw new UsageException("--rounds is from 1 to 10.");
        var scoring = _scoring.Choice(host, result);
        var judging = _judging.Choice(host, result);
        var bestOf = _bestOf.Options(result, new BestOfSources(
            result.GetValue(_remember), _writing.NeedsEngine(result), scoring is not null,
            judging.List is not null || !loaded.Reviewed.Trace.Settings.Checklist.IsEmpty));
        if (bestOf is not null && BestOf.Refusal(loaded.Document, loaded.Reviewed.Trace) is { } refusal)
            throw new UsageException($"No other solution can be written for {host.Display(loaded.Path)}: {refusal}.");
        await using var engine = _writing.NeedsEngine(result) || scoring is not null || judging.Model is not null
            ? EngineChoice.Open(result.GetValue<bool>("--in-process"), host) : null;
        var memory = MemoryStore.For(Path.GetDirectoryName(loaded.Path)!, FolderFiles.Anywhere);
        var known = memory.Read().Similar(loaded.Reviewed.Trace.Problem?.Text ?? string.Empty, 3);
        if (bestOf is not null)
        {
            var (writer, name) = _writing.SolutionWriter(host, result, engine!, known);
            var measure = BestOfMeasuring.Of(bestOf.Measure, engine!, scoring?.Model, Checklist(host, judging, engine, loaded));
            var run = new BestOfRun(host, loaded, bestOf, name, result.GetValue(_write),
                result.GetValue(_format) == ReportFormat.JsonLines);
            return await run.RunAsync(new BestOf(loaded.Review.Recheck(), writer, measure), cancellationToken).ConfigureAwait(false);
        }

        var corrector = _writing.Corrector(host, result, loaded.Review.Recheck(), engine, scoring?.Model, known);
        RefineResult refined;
        try
        {
            refined = await new Refiner(loaded.Review.Recheck(), corrector, Checklist(host, judging, engine, loaded))
                .RefineAsync(loaded.Document, loaded.Reviewed.Trace.Index, new RefineOptions { Rounds = result.GetValue(_rounds) }, null,
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is InferenceException or ProfileException)
        {
            throw new UsageException(error.Message);
        }

        if (result.GetValue(_write) && !refined.Edits.IsEmpty)
        {
            // Both or none: a note of a correction that is not there misleads, and so does a correction whose note was asked for.
            using var notes = result.GetValue(_remember) ? Notes(host, memory, refined) : null;
            WrittenFile.Write(host, loaded.Path, loaded.Loaded.Encode(refined.Document.Text));
            notes?.Commit();
        }

        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        if (result.GetValue(_format) == ReportFormat.JsonLines)
            WriteJson(output, host, loaded, refined);
        else
            Write(output, loaded, refined, result.GetValue(_write));
        return loaded.Ended(refined.Flagged > 0 ? ExitCode.Findings : ExitCode.Clean);
    }

    private static AtomicFile Notes(ProgramHost host, MemoryStore memory, RefineResult refined)
    {
        try
        {
            return memory.With(refined.Rounds.Where(round => round.IsKept).SelectMany(round => round.Applied)
                .Select(correction => Memory.NoteOf(correction.Title + ".", correction.Text)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"Nothing is written, because {host.Display(memory.Path)} cannot keep the notes: {error.Message} Mend it, or leave out "
                    + "--remember.");
        }
    }

    private static Func<TraceReview, CancellationToken, Task<ChecklistReview?>>? Checklist(ProgramHost host, JudgingChoice judging,
        IInferenceEngine? engine, LoadedTrace loaded)
    {
        if (judging.List is null && loaded.Reviewed.Trace.Settings.Checklist.IsEmpty)
            return null;
        var judge = engine is null || judging.Model is null ? null : new ChecklistJudge(new Judge(engine), judging.Model, judging.Options);
        var stage = new ChecklistStage(judging.List, judge, new FailedStages(host.Error.WriteLine));
        return async (review, token) => await stage.VerdictsAsync(review, loaded.Review.Policy, token).ConfigureAwait(false);
    }

    private static void WriteJson(StreamWriter output, ProgramHost host, LoadedTrace loaded, RefineResult refined)
    {
        foreach (var round in refined.Rounds)
            output.WriteLine(CorrectionJson.Line(CorrectionJson.Of(round)));
        var source = new SourceText(host.Display(loaded.Path), loaded.Document.Text);
        output.WriteLine(CorrectionJson.Line(new
        {
            schema = 1,
            reason = refined.Reason,
            flaggedBefore = refined.FlaggedBefore,
            flaggedAfter = refined.Flagged,
            rounds = refined.Rounds.Length,
            correctionRate = refined.CorrectionRate,
            correctionSuccess = refined.CorrectionSuccess,
            improvementSlope = refined.ImprovementSlope,
            asked = refined.Rounds.Sum(round => round.Asked),
            edits = refined.Edits.Select(edit => new { line = source.PositionOf(edit.Span.Start).Line, newText = edit.NewText }),
        }));
    }

    private static void Write(StreamWriter output, LoadedTrace loaded, RefineResult refined, bool isWritten)
    {
        foreach (var round in refined.Rounds)
        {
            output.WriteLine(RoundText.Of(round));
            foreach (var correction in round.Applied)
                output.WriteLine($"  {VisibleText.Of(correction.Title)} — {VisibleText.Of(correction.Proof.Summary)}");
            foreach (var correction in round.NotApplied)
                output.WriteLine($"  Not applied: {VisibleText.Of(correction.Title)} — {VisibleText.Of(correction.Proof.Summary)}: "
                    + $"{VisibleText.Of(correction.Text.ReplaceLineEndings(" "))}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Ended: {refined.Reason}. Improvement slope {refined.ImprovementSlope:0.00}; steps asked "
                + $"{refined.Rounds.Sum(round => round.Asked)}."));
        foreach (var edit in refined.Edits)
        {
            var before = loaded.Document.Text.Substring(edit.Span.Start, edit.Span.Length);
            output.WriteLine($"- {VisibleText.Of(before.ReplaceLineEndings(" "))}");
            output.WriteLine($"+ {VisibleText.Of(edit.NewText.ReplaceLineEndings(" "))}");
        }

        if (!refined.Edits.IsEmpty)
            output.WriteLine(isWritten ? "Written." : "Nothing was written; --write writes it.");
    }
}
