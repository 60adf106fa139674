using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Scoring;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Scores;

/// <summary>Looks closer at one solution with the models that a person set, on demand: what costs too much to be done at every pause.</summary>
internal sealed class ExamineFeature(Session session, DocumentStore documents, CommandFeature commands, WorkDone workDone) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.ExamineScores, ExamineAsync);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> ExamineAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        var trace = call.OptionalNumber(1) ?? 0;
        if (trace < 0 || trace >= reviewed.Document.Traces.Length)
            throw new LspException(LspError.InvalidParams, reviewed.Document.Traces.IsEmpty ? "There is no solution in this document." : $"Argument 2 is the number of a solution, from 0 to {reviewed.Document.Traces.Length - 1}.");
        if (session.Settings is { Scores: null, Judge: null })
            throw new LspException(LspError.RequestFailed, "No model is set: `scores` names a reward model, `judge` an instruct model.");
        var examination = await workDone.RunAsync("Looking closer at the scores", call.WorkDoneToken, (report, stop) => RunAsync(reviewed, trace, report, stop, cancellationToken), cancellationToken).ConfigureAwait(false);
        var result = new ExaminationResult(ExaminationText.Summary(examination), ExaminationText.Markdown(examination, session.Profile.ShowsImages), examination.IsCancelled);
        await Pages.ShowAsync(session, "scores.md", result.Markdown, result.Summary, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(result, LspWriter.Default.ExaminationResult);
    }

    private async Task<Examination> RunAsync(ReviewedDocument reviewed, int trace, Action<string, int?> report, CancellationToken stop, CancellationToken cancellationToken)
    {
        var examiner = new Examiner(reviewed.Document.Traces[trace], session.Models, session.Settings.Scores, session.Settings.Judge, report);
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
