using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Features.Corrections;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Refining;

/// <summary>Checks, rewrites and checks a solution until nothing improves; what changed is one edit with its account.</summary>
internal sealed class RefineCommand(Session session, DocumentStore documents, Correctors correctors) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.Refine;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri", "solution?"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var document = documents.Get(call.Word(0));
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        var trace = call.Solution(1, reviewed.Document.Traces.Length) ?? 0;
        if (reviewed.Document.Traces.IsEmpty)
            throw new LspException(LspError.InvalidParams, "There is no solution in this document.");
        var refined = await session.WorkDone.RunAsync(
            "Refining the solution", call.WorkDoneToken,
            (report, stop) =>
                RefineAsync(document, reviewed, trace, report, stop, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (refined is null)
            return JsonSerializer.SerializeToElement(RefineWords.Cancelled, LspWriter.Default.RefineAccount);
        var isApplied = !refined.Edits.IsEmpty && await ApplyAsync(document, reviewed, refined, cancellationToken).ConfigureAwait(false);
        if (!session.Profile.ReasoningNotifications)
            await session.Client.ShowMessageAsync(MessageType.Info, RefineWords.Summary(refined)).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(RefineWords.Account(refined, isApplied), LspWriter.Default.RefineAccount);
    }

    private async Task<bool> ApplyAsync(
        OpenDocument document, ReviewedDocument reviewed, RefineResult refined, CancellationToken cancellationToken)
    {
        // What exact checks made of it alone needs nobody's word, and one undo takes it back.
        var isProven = refined.Rounds.Where(round => round.IsKept).SelectMany(round => round.Applied).All(made => made.Proof.IsVerified);
        var annotation = new ChangeAnnotation("Refined by reasoning review", !isProven, RefineWords.Summary(refined));
        var edit = WorkspaceEdits.Of(reviewed.Text, refined.Edits, session.Profile, annotation);
        if (!await document.ApplyAsync(session.Client, reviewed, "Refined solution", edit, cancellationToken).ConfigureAwait(false))
            return false;
        correctors.Remember(reviewed, refined.Rounds.Where(round => round.IsKept).SelectMany(round => round.Applied));
        return true;
    }

    // Null where a person had enough: half a refinement is none.
    private async Task<RefineResult?> RefineAsync(
        OpenDocument document,
        ReviewedDocument reviewed,
        int trace,
        Action<string, int?> report,
        CancellationToken stop,
        CancellationToken cancellationToken)
    {
        try
        {
            var subject = reviewed.Document.Traces[trace];
            var corrector = correctors.For(reviewed, subject.Problem?.Text ?? string.Empty);
            var refiner = new Refiner(reviewed.Review.Recheck(), corrector, correctors.Checklist(reviewed, document.Checklists, subject));
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
