using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
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

/// <summary>Suggests corrections of a step as they are ready, each checked again, and makes the one that a person takes.</summary>
internal sealed class SuggestFeature(Session session, DocumentStore documents, CommandFeature commands, WorkDone workDone, Correctors correctors) : IFeature, IReviewObserver
{
    // More would not fit into a message.
    private const int MostInMessage = 5;

    private readonly ConcurrentDictionary<OpenDocument, Offer> _offers = [];
    private int _count;

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        commands.Add(CommandNames.SuggestCorrections, SuggestAsync);
        commands.Add(CommandNames.ApplyCorrection, (call, cancellationToken) => ApplyAsync(documents.Get(call.Word(0)), call.OptionalNumber(1), cancellationToken));
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    /// <inheritdoc/>
    public void Reviewed(OpenDocument document, ReviewedDocument? reviewed)
    {
    }

    /// <inheritdoc/>
    public void Closed(OpenDocument document) => _offers.TryRemove(document, out _);

    private async Task<JsonElement?> SuggestAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var document = documents.Get(call.Word(0));
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        if (call.OptionalNumber(1) is not { } trace || trace < 0 || trace >= reviewed.Raw.Length || call.OptionalNumber(2) is not { } step || step < 0 || step >= reviewed.Raw[trace].Trace.Steps.Length)
            throw new LspException(LspError.InvalidParams, "There is no such step: arguments 2 and 3 are the numbers of the solution and of its step, from 0.");
        _offers[document] = new Offer(reviewed, ImmutableDictionary<int, Correction>.Empty);
        var (given, isCancelled, message) = await workDone.RunAsync(
            "Suggesting corrections", call.WorkDoneToken, (report, stop) => CollectAsync(document, reviewed, trace, step, report, stop, cancellationToken), cancellationToken).ConfigureAwait(false);
        var best = given.OrderBy(pair => pair.Value, Correction.BestFirst).ToImmutableArray();
        if (!session.Profile.ReasoningNotifications && session.Profile.ShowsMessages)
            await ChooseAsync(document, best, message, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(
            new CorrectionsResult(reviewed.Text.Version, [.. best.Select(pair => CorrectionWords.Of(pair.Key, pair.Value, reviewed.Text.Positions))], isCancelled, message), LspWriter.Default.CorrectionsResult);
    }

    // What was found before a person had enough, or before the model failed, is offered all the same.
    private async Task<(ImmutableDictionary<int, Correction> Given, bool IsCancelled, string? Message)> CollectAsync(
        OpenDocument document, ReviewedDocument reviewed, int trace, int step, Action<string, int?> report, CancellationToken stop, CancellationToken cancellationToken)
    {
        var given = ImmutableDictionary<int, Correction>.Empty;
        var review = reviewed.Raw[trace];
        try
        {
            await CollectFromAsync(correctors.For(reviewed, $"{review.Trace.Problem?.Text} {review.Trace.Steps[step].Text.Text}")).ConfigureAwait(false);
            return (given, false, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (given, true, null);
        }
        catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
        {
            if (given.IsEmpty)
                await CollectFromAsync(Correctors.Exact(reviewed)).ConfigureAwait(false);
            return (given, false, $"The model's part is missing: {error.Message}");
        }

        async Task CollectFromAsync(Corrector corrector)
        {
            await foreach (var correction in corrector.SuggestAsync(reviewed.Document, review, step, stop).ConfigureAwait(false))
            {
                var id = Interlocked.Increment(ref _count);
                given = given.Add(id, correction);
                _offers[document] = new Offer(reviewed, given);
                report(CorrectionWords.TitleOf(correction), null);
                if (session.Profile.ReasoningNotifications)
                    await session.Client.NotifyAsync("$/reasoning/correction", new CorrectionParams(new VersionedTextDocumentIdentifier(reviewed.Text.Identity.Uri, reviewed.Text.Version), trace, step, CorrectionWords.Of(id, correction, reviewed.Text.Positions)), LspWriter.Default.CorrectionParams).ConfigureAwait(false);
            }
        }
    }

    // A client that knows nothing of corrections lets a person choose from a message.
    private async Task ChooseAsync(OpenDocument document, ImmutableArray<KeyValuePair<int, Correction>> best, string? problem, CancellationToken cancellationToken)
    {
        var shown = best.Take(MostInMessage).Select((pair, at) => (pair.Key, Title: string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {CorrectionWords.TitleOf(pair.Value)}"))).ToList();
        var text = $"{(shown.Count == 0 ? "No correction passed the checks." : "Take a correction?")}{(problem is null ? string.Empty : $" {problem}")}";
        var question = new ShowMessageRequestParams(MessageType.Info, text, [.. shown.Select(each => new MessageActionItem(each.Title))]);
        var answer = await session.Client.RequestAsync("window/showMessageRequest", question, LspWriter.Default.ShowMessageRequestParams, cancellationToken).ConfigureAwait(false);
        if (answer is { ValueKind: JsonValueKind.Object } item && shown.FirstOrDefault(each => each.Title == new JsonPath(item).Word("title")) is { Title: not null } taken)
            await ApplyAsync(document, taken.Key, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonElement?> ApplyAsync(OpenDocument document, int? id, CancellationToken cancellationToken)
    {
        if (!_offers.TryGetValue(document, out var offer) || id is not { } number || offer.Corrections.GetValueOrDefault(number) is not { } correction)
            throw new LspException(LspError.InvalidParams, "This correction is not on offer any more; ask for corrections again.");
        var edit = WorkspaceEdits.Of(offer.Reviewed.Text, correction.Edits, session.Profile, CorrectionWords.AnnotationOf(correction));
        var isApplied = await document.ApplyAsync(session, offer.Reviewed, "Correction", edit, cancellationToken).ConfigureAwait(false);
        if (isApplied)
            correctors.Remember(offer.Reviewed, [correction]);
        return JsonSerializer.SerializeToElement(isApplied, LspWriter.Default.Boolean);
    }
}
