using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Examining;

/// <summary>
/// Looks closer at one solution with the models that a person set, on demand: what costs too much to be done at every pause.
/// </summary>
internal sealed class ExamineCommand(Session session, DocumentStore documents) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ExamineScores;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri", "solution?"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        var trace = call.Solution(1, reviewed.Document.Traces.Length) ?? 0;
        if (reviewed.Document.Traces.IsEmpty)
            throw new LspException(LspError.InvalidParams, "There is no solution in this document.");
        if (session.Settings is { Scores: null, Judge: null })
            throw new LspException(LspError.RequestFailed, "No model is set: `scores` names a reward model, `judge` an instruct model.");
        var examination = await session.WorkDone.RunAsync(
            "Looking closer at the scores", call.WorkDoneToken,
            (report, stop) => ExamineAsync(reviewed, trace, report, stop, cancellationToken), cancellationToken).ConfigureAwait(false);
        var page = ExaminationText.Markdown(examination, session.Profile.ShowsImages);
        var result = new ExaminationResult(ExaminationText.Summary(examination), page, examination.IsCancelled);
        await session.Pages.ShowAsync("scores.md", result.Markdown, result.Summary, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(result, LspWriter.Default.ExaminationResult);
    }

    private async Task<Examination> ExamineAsync(
        ReviewedDocument reviewed, int trace, Action<string, int?> report, CancellationToken stop, CancellationToken cancellationToken)
    {
        var examiner = new Examiner(
            reviewed.Document.Traces[trace], session.Models, session.Settings.Scores, session.Settings.Judge, report);
        try
        {
            return await examiner.ExamineAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What was found before a person had enough is told.
            return examiner.Known with { IsCancelled = true };
        }
        catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, $"The scores could not be looked at: {error.Message}");
        }
    }
}
