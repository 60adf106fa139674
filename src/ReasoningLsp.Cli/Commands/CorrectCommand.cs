using System.CommandLine;
using System.Globalization;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Correcting;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Running;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp correct</c>: corrections of a step, re-checked before they are shown.</summary>
internal sealed class CorrectCommand
{
    private readonly Argument<string> _file = new("file") { Description = "The file with the solution." };
    private readonly Option<int> _step = new("--step")
    {
        Description = "The step to correct, from 1.",
        HelpName = "number",
        Required = true,
    };
    private readonly Option<int> _trace = new("--trace")
    {
        Description = "Which solution of the file, from 1. Default: 1.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<ReportFormat> _format =
        Choices.Option("--format", [.. Choices.Formats.Take(2)], "How the corrections are written.");
    private readonly WritingArguments _writing = new();
    private readonly ScoringArguments _scoring = new();

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("correct",
            "Suggest corrections of a step: exact fixes first, then what a model writes; each is checked before it is shown. Nothing is "
                + "written.") { _file, _step, _trace, _format };
        _writing.AddTo(command);
        _scoring.AddTo(command);
        command.SetAction((result, cancellationToken) => RunAsync(Reproducible.Of(host, result), result, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var loaded = await LoadedTrace.OpenAsync(host, result.GetValue(_file)!, result.GetValue(_trace), cancellationToken)
            .ConfigureAwait(false);
        var step = result.GetValue(_step);
        if (step < 1 || step > loaded.Reviewed.Trace.Steps.Length)
            throw new UsageException($"--step is from 1 to {loaded.Reviewed.Trace.Steps.Length} in this solution.");
        var scoring = _scoring.Choice(host, result);
        await using var engine = _writing.NeedsEngine(result) || scoring is not null
            ? EngineChoice.Open(result.GetValue<bool>("--in-process"), host) : null;
        var notes = MemoryStore.For(Path.GetDirectoryName(loaded.Path)!, FolderFiles.Anywhere).Read()
            .Similar($"{loaded.Reviewed.Trace.Problem?.Text} {loaded.Reviewed.Trace.Steps[step - 1].Text.Text}", 3);
        var corrector = _writing.Corrector(host, result, loaded.Review.Recheck(), engine, scoring?.Model, notes,
            tally => host.Error.WriteLine($"{tally}."));
        var source = new SourceText(host.Display(loaded.Path), loaded.Document.Text);
        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var given = new List<Correction>();
        try
        {
            await foreach (var correction in corrector.SuggestAsync(loaded.Document, loaded.Reviewed, step - 1, cancellationToken)
                .ConfigureAwait(false))
            {
                given.Add(correction);
                if (result.GetValue(_format) == ReportFormat.JsonLines)
                {
                    // The first is there before the last is done.
                    await output.WriteLineAsync(CorrectionJson.Line(CorrectionJson.Of(source, correction))).ConfigureAwait(false);
                    await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception error) when (error is InferenceException or ProfileException)
        {
            host.Error.WriteLine($"The model's part is missing: {error.Message}");
            Write(output, result, given);
            return ExitCode.Trouble;
        }

        foreach (var silenced in SilencedFinding.At(
            loaded.Review, loaded.Reviewed, step - 1, new Reviewer(ReviewOptions.Default), cancellationToken))
        {
            host.Error.WriteLine(VisibleText.Of(
                $"Step {step}: {silenced.Finding.Rule.Id} is silenced by {silenced.By}, so it is not corrected: "
                    + silenced.Finding.Message));
        }

        Write(output, result, given);
        return loaded.Ended(given.Count > 0 ? ExitCode.Clean : ExitCode.Findings);
    }

    private void Write(StreamWriter output, ParseResult result, List<Correction> given)
    {
        if (result.GetValue(_format) == ReportFormat.JsonLines)
            return;
        if (given.Count == 0)
            output.WriteLine("No correction passed the checks.");
        foreach (var (correction, number) in given.Order(Correction.BestFirst).Select((correction, i) => (correction, i + 1)))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{number}. {VisibleText.Of(correction.Title)}: {(correction.Proof.IsVerified ? "verified" : "not verified")}"));
            output.WriteLine($"   {VisibleText.Of(correction.Text.ReplaceLineEndings(" "))}");
            output.WriteLine($"   {VisibleText.Of(correction.Proof.Summary)}");
        }
    }
}
