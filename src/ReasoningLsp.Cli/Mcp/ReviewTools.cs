using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Correcting;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>The tools that agents call. Thread-safe: calls run side by side.</summary>
/// <param name="host">What the program touches.</param>
/// <param name="engine">Computes, or null.</param>
/// <param name="model">Judges and writes, or null.</param>
/// <param name="scores">Adds scores, or null.</param>
internal sealed class ReviewTools(ProgramHost host, IInferenceEngine? engine, JudgeModel? model, ScoreStage? scores)
{
    private readonly Policies _policies = new(host);

    [Description("Review worked solutions with exact checks: every finding has evidence, ranges (lines and UTF-16 characters from 0) and "
        + "exact fixes.")]
    public Task<CallToolResult> ReviewTextAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The solution, or several.")] string text,
        [Description("How it is written: markdown, latex, text, json, jsonl or notebook. Default: by its content.")] string? format = null,
        [Description("Name of a checklist, or a question that is answered by yes or no.")] string? checklist = null,
        CancellationToken cancellationToken = default) =>
        ReviewAsync("text", host.Folder, Read(text, format), checklist, progress, cancellationToken);

    [Description("Review a file below the working directory with exact checks, as review_text does.")]
    public Task<CallToolResult> ReviewFileAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("Path of the file, relative to the working directory.")] string path,
        [Description("Name of a checklist, or a question that is answered by yes or no.")] string? checklist = null,
        CancellationToken cancellationToken = default)
    {
        var (document, folder) = ReadFile(path);
        return ReviewAsync(path.Replace('\\', '/'), folder, document, checklist, progress, cancellationToken);
    }

    [Description("Check one step against the problem and the steps before it: its state, what was recomputed, and what is wrong.")]
    public async Task<CallToolResult> CheckStepAsync(
        [Description("The problem.")] string problem,
        [Description("The steps before it, in order.")] string[] earlierSteps,
        [Description("The step to check.")] string step,
        CancellationToken cancellationToken = default)
    {
        var document = Read(JsonSerializer.Serialize(new { problem, steps = earlierSteps.Append(step) }), "jsonl");
        var review = (await ReviewPipeline.ExactOnly.ReviewAsync(document, Policy, cancellationToken).ConfigureAwait(false)).Reviews[0];
        if (review.Steps.Length != earlierSteps.Length + 1)
            throw new McpException("A step is empty: every step must say something.");
        var last = review.Steps[^1];
        return Result(new
        {
            state = last.State switch { StepState.Checked => "checked", StepState.Flagged => "flagged", _ => "nothing checkable" },
            relations = last.Relations.Select(
            relation => new { verdict = relation.Verdict.ToString().ToLowerInvariant(), text = relation.Explanation }),
            findings = review.Findings.Where(finding => finding.Step == last.Step).Select(finding => new
            {
                rule = finding.Rule.Id,
                severity = SeverityNames.NameOf(finding.Severity),
                message = finding.Message,
                evidence = finding.Evidence.Items.ToDictionary(item => item.Key, item => item.Value),
                fixes = finding.Fixes.Select(fix => fix.Title),
            }),
        });
    }

    [Description("Answer a checklist for a solution: exact checks first, then the judge where one is configured. Verdicts are yes, no, "
        + "n/a or unsure, with who answered and the evidence.")]
    public async Task<CallToolResult> ApplyChecklistAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The solution.")] string text,
        [Description("Names of checklists (worked-solution, proof, argument, or the team's own), or questions.")] string[] checklist,
        [Description("How the solution is written: markdown, latex, text, json, jsonl or notebook. Default: by its content.")]
        string? format = null,
        CancellationToken cancellationToken = default)
    {
        var document = Read(text, format);
        var result = new List<object>();
        foreach (var (trace, reviewed) in document.Traces.Zip(
            (await ReviewPipeline.ExactOnly.ReviewAsync(document, Policy, cancellationToken).ConfigureAwait(false)).Reviews))
        {
            var review = await VerdictsAsync(reviewed, Policy, [.. checklist], cancellationToken).ConfigureAwait(false);
            result.Add(new
            {
                trace = trace.Index,
                checklist = review.Name,
                passRate = review.PassRate,
                summary = VerdictText.PassRate(review),
                problems = review.Problems.Select(problem => problem.Message),
                verdicts = review.Verdicts.Select(
                verdict => new
                {
                    item = verdict.Item.Question,
                    verdict = VerdictText.Of(verdict.Answer),
                    pYes = verdict.PYes,
                    residual = verdict.Residual,
                    by = VerdictText.By(verdict),
                    evidence = verdict.Evidence,
                    step = verdict.Step,
                    caution = verdict.Caution
                }),
            });
            progress.Report(new ProgressNotificationValue
            {
                Progress = result.Count,
                Total = document.Traces.Length,
                Message = $"solution {result.Count} of {document.Traces.Length}"
            });
        }

        return Result(new { traces = result });
    }

    [Description("Suggest corrections of a step. Each was checked: verified ones passed exact checks and keep later steps consistent. "
        + "Apply the edits of one of them, and no other change.")]
    public async Task<CallToolResult> SuggestCorrectionAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The file's text with the solution.")] string text,
        [Description("Index of the step, from 0.")] int step,
        [Description("Index of the solution in the text, from 0.")] int trace = 0,
        [Description("How the text is written: markdown, latex, text, json, jsonl or notebook. Default: by its content.")]
        string? format = null,
        [Description("How many candidates the model begins where one is configured, 0 to 16; 0 gives exact fixes alone.")] int candidates =
        4,
        CancellationToken cancellationToken = default)
    {
        var document = Read(text, format);
        if (trace < 0 || trace >= document.Traces.Length)
            throw new McpException($"trace is from 0 to {document.Traces.Length - 1}.");
        var reviewed = await ReviewPipeline.ExactOnly.ReviewAsync(document, Policy, cancellationToken).ConfigureAwait(false);
        var review = reviewed.Reviews[trace];
        if (step < 0 || step >= review.Trace.Steps.Length)
            throw new McpException($"step is from 0 to {review.Trace.Steps.Length - 1}.");
        var writer = engine is null || model is null || candidates <= 0 ? null
            : new ModelCorrectionWriter(engine, model, new CorrectionOptions { Candidates = Math.Min(candidates, 16) });
        var source = new SourceText("text", document.Text);
        var given = new List<Correction>();
        try
        {
            await foreach (var correction in new Corrector(reviewed.Recheck(), writer, null).SuggestAsync(document, review, step,
                cancellationToken).ConfigureAwait(false))
            {
                given.Add(correction);
                progress.Report(new ProgressNotificationValue { Progress = given.Count, Message = correction.Title });
            }
        }
        catch (InferenceException error)
        {
            throw new McpException(error.Message, error);
        }

        return Result(new { corrections = given.Order(Correction.BestFirst).Select(correction => CorrectionJson.Of(source, correction)) });
    }

    // What holds for a text that stands in no file is what holds where the agent works.
    private FolderPolicy Policy => _policies.For(host.Folder);

    private async Task<CallToolResult> ReviewAsync(
        string name, string folder, TraceDocument document, string? checklist, IProgress<ProgressNotificationValue> progress,
        CancellationToken cancellationToken)
    {
        var stages = new List<ITraceStage>();
        if (scores is not null)
            stages.Add(scores);
        var policy = _policies.For(folder);
        var judge = engine is null || model is null ? null : new ChecklistJudge(new Judge(engine), model, JudgeOptions.Default);
        var list = checklist is null ? null : List(policy, [checklist]);
        stages.Add(new ChecklistStage(list, judge, new FailedStages(host.Error.WriteLine)));
        var begun = 0;
        var told = new ReviewProgress(
            _ => progress.Report(new ProgressNotificationValue
            {
                Progress = ++begun,
                Total = document.Traces.Length,
                Message = $"solution {begun} of {document.Traces.Length}",
            }),
            (_, _) => { });
        var reviewed = await new ReviewPipeline([.. stages]).ReviewAsync(document, policy, told, cancellationToken).ConfigureAwait(false);
        using var lines = new MemoryStream();
        using (var reporter = new JsonLinesReporter(lines))
        {
            reporter.Begin();
            var source = new SourceText(name, document.Text);
            foreach (var review in reviewed.Reviews)
                reporter.Add(new ReviewedTrace(source, review, []));
        }

        var traces = System.Text.Encoding.UTF8.GetString(lines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var json = JsonDocument.Parse($"{{\"traces\":[{string.Join(',', traces)}]}}");
        return Result(json.RootElement.Clone());
    }

    private async Task<ChecklistReview> VerdictsAsync(TraceReview review, FolderPolicy policy, ImmutableArray<string> names,
        CancellationToken cancellationToken)
    {
        var judge = engine is null || model is null ? null : new ChecklistJudge(new Judge(engine), model, JudgeOptions.Default);
        try
        {
            return await new ChecklistStage(List(policy, names), judge, new FailedStages(message => throw new McpException(message)))
                .VerdictsAsync(review, policy, cancellationToken).ConfigureAwait(false) ?? throw new McpException("Name a checklist.");
        }
        catch (InferenceException error)
        {
            throw new McpException(error.Message, error);
        }
    }

    private static Checklist List(FolderPolicy policy, ImmutableArray<string> names)
    {
        var (list, problems) = policy.Checklists.Resolve(names);
        return list.Items.IsEmpty ? throw new McpException(problems.IsEmpty ? "Name a checklist." : problems[0].Message) : list;
    }

    private static TraceDocument Read(string text, string? format)
    {
        var known = format is null ? TraceFormats.FromContent(text)
            : Choices.TraceFormats.FirstOrDefault(
                choice => string.Equals(choice.Word, format, StringComparison.OrdinalIgnoreCase)) is { Word: not null } choice
                ? choice.Value
            : throw new McpException($"format is {string.Join(", ", Choices.TraceFormats.Select(each => each.Word))}, not \"{format}\".");
        var document = TraceReader.Read(text, known);
        return document.Traces.IsEmpty ? throw new McpException("No solution was found in the text.") : document;
    }

    // An agent names paths: only files below the folder in which the server was started are read, every link on the way followed.
    private (TraceDocument Document, string Folder) ReadFile(string path)
    {
        try
        {
            var full = Path.GetFullPath(path, host.Folder);
            var target = RealPath.Of(full);
            var root = Path.TrimEndingDirectorySeparator(RealPath.Of(host.Folder)) + Path.DirectorySeparatorChar;
            if (!target.StartsWith(root, StringComparison.Ordinal))
                throw new McpException($"{path} is not below the working directory.");
            var loaded = TraceFile.Decode(File.ReadAllBytes(target));
            var document = TraceReader.Read(loaded.Text, TraceFormats.FromPath(full) ?? TraceFormats.FromContent(loaded.Text));
            return document.Traces.IsEmpty
                ? throw new McpException($"No solution was found in {path}.")
                : (document, Path.GetDirectoryName(full)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new McpException($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static CallToolResult Result(object value)
    {
        var json = value as JsonElement? ?? JsonSerializer.SerializeToElement(value, JsonSerializerOptions.Web);
        return new CallToolResult { Content = [new TextContentBlock { Text = json.GetRawText() }], StructuredContent = json };
    }
}
