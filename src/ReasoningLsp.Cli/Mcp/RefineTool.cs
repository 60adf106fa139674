using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ReasoningLsp.Cli.Correcting;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>refine: what the command of that name says, and nothing is written. Thread-safe.</summary>
internal sealed class RefineTool(AgentTexts texts, AgentModels models)
{
    [Description("Check, rewrite and check a solution until nothing improves. Only verified corrections are applied, and a round that "
        + "loses something is taken back. Answers what every round applied with its proof, what was not applied and why, and the edits "
        + "that make the refined text. No file is written: apply the edits, all of them and nothing else.")]
    public async Task<CallToolResult> RunAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The file's text with the solution. Give this or path.")] string? text = null,
        [Description("Path of the file, relative to the working directory. Give this or text.")] string? path = null,
        [Description("Number of the solution in the text, from 1.")] int trace = 1,
        [Description("How the text is written" + AgentTexts.Formats)] string? format = null,
        [Description("Names of checklists, or questions, that the solution is to meet. Default: what its front matter names.")]
        string[]? checklist = null,
        [Description("Most rounds, 1 to 10.")] int rounds = 3,
        [Description("How many candidates the model begins for a step where one is configured, 0 to 16; 0 applies exact fixes alone.")]
        int candidates = 4,
        CancellationToken cancellationToken = default)
    {
        if (rounds is < 1 or > 10)
            throw new McpException("rounds is from 1 to 10.");
        if (candidates is < 0 or > 16)
            throw new McpException("candidates is from 0 to 16.");
        var given = Given(text, path, format);
        var reviewed = await given.ReviewAsync(cancellationToken).ConfigureAwait(false);
        var review = AgentText.Solution(reviewed, trace);
        var corrector = models.Corrector(given, reviewed, review.Trace.Problem?.Text ?? string.Empty, candidates);
        var refiner = new Refiner(reviewed.Recheck(), corrector, Checklist(given, review, checklist));
        try
        {
            var refined = await refiner.RefineAsync(given.Document, review.Trace.Index, new RefineOptions { Rounds = rounds },
                new Told(progress, rounds), cancellationToken).ConfigureAwait(false);
            return ToolAnswer.Of(given, Answer(given, review.Trace.Index, refined));
        }
        catch (Exception error) when (error is InferenceException or ProfileException)
        {
            throw new McpException($"The solution was not refined: {error.Message}", error);
        }
    }

    private AgentText Given(string? text, string? path, string? format) => (text, path) switch
    {
        (not null, null) => texts.Passed(text, format),
        (null, not null) when format is null => texts.Named(path),
        (null, not null) => throw new McpException("format says how a text is written; a file is read by its name: leave it out."),
        (null, null) => throw new McpException("Give text or path."),
        _ => throw new McpException("Give text or path, not both."),
    };

    private Func<TraceReview, CancellationToken, Task<ChecklistReview?>>? Checklist(
        AgentText given, TraceReview review, string[]? names)
    {
        if (names is null or [] && review.Trace.Settings.Checklist.IsDefaultOrEmpty)
            return null;
        var list = names is null or [] ? null : given.Checklist([.. names]);
        var stage = models.ChecklistStage(list, new FailedStages(message => throw new McpException(message)));
        return async (each, token) => await stage.VerdictsAsync(each, given.Policy, token).ConfigureAwait(false);
    }

    private static object Answer(AgentText given, int trace, RefineResult refined) => new
    {
        file = given.Name,
        trace,
        reason = refined.Reason,
        flaggedBefore = refined.FlaggedBefore,
        flaggedAfter = refined.Flagged,
        rounds = refined.Rounds.Select(CorrectionJson.Of),
        correctionRate = refined.CorrectionRate,
        correctionSuccess = refined.CorrectionSuccess,
        improvementSlope = refined.ImprovementSlope,
        asked = refined.Rounds.Sum(round => round.Asked),
        edits = refined.Edits.Select(edit => CorrectionJson.Of(given.Source, edit)),
        steps = refined.Document.Traces[trace].Steps.Select(step => step.Text.Text.Trim()),
    };

    // At once and in order, unlike Progress.
    private sealed class Told(IProgress<ProgressNotificationValue> progress, int rounds) : IProgress<RefineRound>
    {
        public void Report(RefineRound value) =>
            progress.Report(new ProgressNotificationValue { Progress = value.Number, Total = rounds, Message = RoundText.Of(value) });
    }
}
