using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.CodeActions;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Corrections;

/// <summary>Checks, rewrites and checks a solution until nothing improves; what changed is one edit with its account.</summary>
internal sealed class RefineFeature(Session session, DocumentStore documents, CommandFeature commands, WorkDone workDone, Correctors correctors) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.Refine, RefineAsync);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> RefineAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var document = documents.Get(call.Word(0));
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        var trace = call.OptionalNumber(1) ?? 0;
        if (trace < 0 || trace >= reviewed.Document.Traces.Length)
            throw new LspException(LspError.InvalidParams, reviewed.Document.Traces.IsEmpty ? "There is no solution in this document." : $"Argument 2 is the number of a solution, from 0 to {reviewed.Document.Traces.Length - 1}.");
        var refined = await workDone.RunAsync("Refining the solution", call.WorkDoneToken, (report, stop) => RunAsync(document, reviewed, trace, report, stop, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (refined is null)
            return JsonSerializer.SerializeToElement(new RefineAccount("it was cancelled", [], 0, 0, 0, 0, Applied: false, Cancelled: true, "Cancelled; nothing was changed.", string.Empty), LspWriter.Default.RefineAccount);
        var summary = RefineWords.Summary(refined);
        var isApplied = !refined.Edits.IsEmpty && await document.ApplyAsync(
            session, reviewed, "Refined solution", WorkspaceEdits.Of(reviewed.Text, refined.Edits, session.Profile, new ChangeAnnotation("Refined by reasoning review", NeedsConfirmation: true, summary)), cancellationToken).ConfigureAwait(false);
        if (isApplied)
            correctors.Remember(reviewed, refined.Rounds.Where(round => round.IsKept).SelectMany(round => round.Applied));
        if (session.Profile is { ReasoningNotifications: false, ShowsMessages: true })
            await session.Client.NotifyAsync("window/showMessage", new ShowMessageParams(MessageType.Info, summary), LspWriter.Default.ShowMessageParams).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(
            new RefineAccount(
                refined.Reason, [.. refined.Rounds.Select(RefineWords.Of)], refined.CorrectionRate, refined.CorrectionSuccess, refined.ImprovementSlope, refined.Rounds.Sum(round => round.Asked), isApplied, Cancelled: false, summary, RefineWords.Text(refined)),
            LspWriter.Default.RefineAccount);
    }

    // Null where a person had enough: half a refinement is none.
    private async Task<RefineResult?> RunAsync(OpenDocument document, ReviewedDocument reviewed, int trace, Action<string, int?> report, CancellationToken stop, CancellationToken cancellationToken)
    {
        try
        {
            var subject = reviewed.Document.Traces[trace];
            var refiner = new Refiner(reviewed.Policy.Reviewer.Review, correctors.For(reviewed, subject.Problem?.Text ?? string.Empty), correctors.Checklist(reviewed, document.Checklists, subject));
            return await refiner.RefineAsync(reviewed.Document, trace, RefineOptions.Default, new Told(report), stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, $"The solution was not refined: {error.Message}");
        }
    }

    // At once and in order, unlike Progress.
    private sealed class Told(Action<string, int?> report) : IProgress<RefineRound>
    {
        public void Report(RefineRound value) => report(RoundText.Of(value), null);
    }
}
