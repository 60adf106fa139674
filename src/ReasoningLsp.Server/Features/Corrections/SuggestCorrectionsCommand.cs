using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Corrections;

/// <summary>Suggests corrections of a step as they are ready, each checked again.</summary>
internal sealed class SuggestCorrectionsCommand(
    Session session, DocumentStore documents, Offers offers, Correctors correctors, ApplyCorrectionCommand apply) : ICommand
{
    // More would not fit into a message.
    private const int MostInMessage = 5;

    /// <inheritdoc/>
    public string Name => CommandNames.SuggestCorrections;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri", "solution", "step"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var document = documents.Get(call.Word(0));
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        var (trace, step) = Place(reviewed, call.OptionalNumber(1), call.OptionalNumber(2));
        offers.Begin(document, reviewed);
        var (given, isCancelled, message) = await session.WorkDone.RunAsync(
            "Suggesting corrections", call.WorkDoneToken,
            (report, stop) =>
                CollectAsync(document, reviewed, (trace, step), report, stop, cancellationToken), cancellationToken).ConfigureAwait(false);
        var best = given.OrderBy(pair => pair.Value, Correction.BestFirst).ToImmutableArray();
        if (!session.Profile.ReasoningNotifications && session.Profile.ShowsMessages)
            await ChooseAsync(document, best, message, cancellationToken).ConfigureAwait(false);
        ImmutableArray<CorrectionInfo> told = [.. best.Select(pair => CorrectionWords.Of(pair.Key, pair.Value, reviewed.Text.Positions))];
        return JsonSerializer.SerializeToElement(
            new CorrectionsResult(reviewed.Text.Version, told, isCancelled, message), LspWriter.Default.CorrectionsResult);
    }

    private static (int Trace, int Step) Place(ReviewedDocument reviewed, int? solution, int? number)
    {
        if (solution is { } trace && trace >= 0 && trace < reviewed.Review.Raw.Length
            && number is { } step && step >= 0 && step < reviewed.Review.Raw[trace].Trace.Steps.Length)
            return (trace, step);
        throw new LspException(
            LspError.InvalidParams, "There is no such step: arguments 2 and 3 are the numbers of the solution and of its step, from 0.");
    }

    // What was found before a person had enough, or before the model failed, is offered all the same.
    private async Task<(ImmutableDictionary<int, Correction> Given, bool IsCancelled, string? Message)> CollectAsync(
        OpenDocument document, ReviewedDocument reviewed, (
            int Trace, int Step) at, Action<string, int?> report, CancellationToken stop, CancellationToken cancellationToken)
    {
        var given = ImmutableDictionary<int, Correction>.Empty;
        var review = reviewed.Review.Raw[at.Trace];
        try
        {
            var about = $"{review.Trace.Problem?.Text} {review.Trace.Steps[at.Step].Text.Text}";
            await CollectFromAsync(correctors.For(reviewed, about)).ConfigureAwait(false);
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
            var text = new VersionedTextDocumentIdentifier(reviewed.Text.Identity.Uri, reviewed.Text.Version);
            await foreach (var correction in corrector.SuggestAsync(reviewed.Document, review, at.Step, stop).ConfigureAwait(false))
            {
                var id = offers.Add(document, reviewed, correction);
                given = given.Add(id, correction);
                report(CorrectionWords.TitleOf(correction), null);
                var told = CorrectionWords.Of(id, correction, reviewed.Text.Positions);
                await session.Client.CorrectionAsync(new CorrectionParams(text, at.Trace, at.Step, told)).ConfigureAwait(false);
            }
        }
    }

    // A client that knows nothing of corrections lets a person choose from a message.
    private async Task ChooseAsync(
        OpenDocument document, ImmutableArray<KeyValuePair<int, Correction>> best, string? problem, CancellationToken cancellationToken)
    {
        var shown = best.Take(MostInMessage)
            .Select(
                (pair, at) =>
                    (pair.Key, Title: string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {CorrectionWords.TitleOf(pair.Value)}")))
            .ToList();
        var question = shown.Count == 0 ? "No correction passed the checks." : "Take a correction?";
        if (problem is not null)
            question += $" {problem}";
        var title = await session.Client.AskAsync(question, shown.Select(each => each.Title), cancellationToken).ConfigureAwait(false);
        if (title is not null && shown.FirstOrDefault(each => each.Title == title) is { Title: not null } taken)
            await apply.ApplyAsync(document, taken.Key, cancellationToken).ConfigureAwait(false);
    }
}
