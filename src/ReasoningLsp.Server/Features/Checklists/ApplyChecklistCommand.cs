using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Checklists;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Checklists;

/// <summary>Applies a checklist on a person's word: exact checks answer at once, then the judge, where one is set.</summary>
internal sealed class ApplyChecklistCommand(Session session, DocumentStore documents) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ApplyChecklist;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri", "solution?", "list?", "reasons?"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var uri = call.Word(0);
        var document = documents.Get(uri);
        var reviewed = await documents.ReviewedAsync(uri, cancellationToken).ConfigureAwait(false);
        ImmutableArray<int> traces = call.Solution(1, reviewed.Reviews.Length) is { } one
            ? [one]
            : [.. Enumerable.Range(0, reviewed.Reviews.Length)];
        var list = call.OptionalWord(2);
        if (list is not null)
            reviewed = await ListedAsync(document, reviewed, traces, list, cancellationToken).ConfigureAwait(false);
        if (list is not "" && traces.All(trace => reviewed.Reviews[trace].Checklist is null))
            throw NothingHolds(reviewed);
        var cancelled = session.Settings.Judge is { } judge
            && await session.WorkDone.RunAsync("Applying the checklist", call.WorkDoneToken, JudgeAsync, cancellationToken)
                .ConfigureAwait(false);
        var after = await documents.ReviewedAsync(uri, cancellationToken).ConfigureAwait(false);
        _ = session.Client.RefreshAsync();
        return JsonSerializer.SerializeToElement(
            ChecklistInfo.Of(after, document.Checklists, cancelled), LspWriter.Default.ChecklistResult);

        // Returns whether a person had enough; what was judged by then stays.
        async Task<bool> JudgeAsync(Action<string, int?> report, CancellationToken stop)
        {
            try
            {
                var options = new JudgeOptions { Reason = call.Flag(3) };
                var asked = new ChecklistJudge(new Judge(session.Models.Engine), session.Models.Judge(judge), options);
                await AnswerAsync(document, reviewed, traces, asked, report, stop).ConfigureAwait(false);
                return false;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return true;
            }
            catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
            {
                throw new LspException(
                    LspError.RequestFailed, $"The judge was not asked: {error.Message} Exact checks have answered what they can.");
            }
        }
    }

    private static LspException NothingHolds(ReviewedDocument reviewed) => new(
        LspError.RequestFailed,
        $"No checklist holds for this: name one ({string.Join(", ", reviewed.Policy.Checklists.Names())}), "
        + "or write it in the front matter, as in `checklist: [worked-solution]`.");

    private async Task<ReviewedDocument> ListedAsync(
        OpenDocument document, ReviewedDocument reviewed, ImmutableArray<int> traces, string list, CancellationToken cancellationToken)
    {
        if (list.Length > 0 && reviewed.Policy.Checklists.Resolve([list]) is { List.Items.IsEmpty: true } empty)
            throw new LspException(
                LspError.RequestFailed, empty.Problems.IsEmpty ? "This checklist has no items." : empty.Problems[0].Message);
        document.Note(book => book.Applying(traces, list));
        return await documents.ReviewedAsync(document.Text.Identity.Uri, cancellationToken).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(
        OpenDocument document,
        ReviewedDocument reviewed,
        ImmutableArray<int> traces,
        ChecklistJudge judge,
        Action<string, int?> report,
        CancellationToken stop)
    {
        var solutions = traces.Length == 1 ? "solution" : "solutions";
        for (var done = 0; done < traces.Length && traces[done] < reviewed.Review.Raw.Length; done++)
        {
            report(
                string.Create(CultureInfo.InvariantCulture, $"{done} of {traces.Length} {solutions} judged"), 100 * done / traces.Length);
            var review = reviewed.Review.Raw[traces[done]];
            if (AppliedChecklist.Exact(review, reviewed.Policy, document.Checklists) is not { } exact)
                continue;
            var judged = await judge.AnswerAsync(exact, review.Trace, stop).ConfigureAwait(false);
            document.Note(book => book.With(review.Trace, judged.Verdicts.Except<ItemVerdict>(exact.Verdicts)));
        }
    }
}
