using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Checklists;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Checklists;

/// <summary>Applies a checklist on a person's word: exact checks answer at once, then the judge, where one is set.</summary>
internal sealed class ApplyChecklistFeature(Session session, DocumentStore documents, CommandFeature commands, WorkDone workDone, Renewal renewal) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.ApplyChecklist, ApplyAsync);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> ApplyAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var uri = call.Word(0);
        var document = documents.Get(uri);
        var reviewed = await documents.ReviewedAsync(uri, cancellationToken).ConfigureAwait(false);
        var traces = Chosen(reviewed, call.OptionalNumber(1));
        if (call.OptionalWord(2) is { } list)
            reviewed = await ListedAsync(document, reviewed, traces, list, cancellationToken).ConfigureAwait(false);
        if (call.OptionalWord(2) is not "" && traces.All(trace => reviewed.Reviews[trace].Checklist is null))
            throw new LspException(LspError.RequestFailed, $"No checklist holds for this: name one ({string.Join(", ", reviewed.Policy.Checklists.Names())}), or write it in the front matter, as in `checklist: [worked-solution]`.");
        var cancelled = session.Settings.Judge is { } judge
            && await workDone.RunAsync("Applying the checklist", call.WorkDoneToken, (report, stop) => JudgeAsync(document, reviewed, traces, judge, call.Flag(3), report, stop, cancellationToken), cancellationToken).ConfigureAwait(false);
        var after = await documents.ReviewedAsync(uri, cancellationToken).ConfigureAwait(false);
        renewal.Refresh();
        return JsonSerializer.SerializeToElement(ChecklistInfo.Of(after, document.Checklists, cancelled), LspWriter.Default.ChecklistResult);
    }

    private static ImmutableArray<int> Chosen(ReviewedDocument reviewed, int? trace) => trace is not { } index ? [.. Enumerable.Range(0, reviewed.Reviews.Length)]
        : index >= 0 && index < reviewed.Reviews.Length ? [index]
        : throw new LspException(LspError.InvalidParams, reviewed.Reviews.IsEmpty ? "There is no solution in this document." : $"Argument 2 is the number of a solution, from 0 to {reviewed.Reviews.Length - 1}.");

    private async Task<ReviewedDocument> ListedAsync(OpenDocument document, ReviewedDocument reviewed, ImmutableArray<int> traces, string list, CancellationToken cancellationToken)
    {
        if (list.Length > 0 && reviewed.Policy.Checklists.Resolve([list]) is { List.Items.IsEmpty: true } empty)
            throw new LspException(LspError.RequestFailed, empty.Problems.IsEmpty ? "This checklist has no items." : empty.Problems[0].Message);
        document.Note(book => book.Applying(traces, list));
        return await documents.ReviewedAsync(document.Text.Identity.Uri, cancellationToken).ConfigureAwait(false);
    }

    // Returns whether a person had enough; what was judged by then stays.
    private async Task<bool> JudgeAsync(OpenDocument document, ReviewedDocument reviewed, ImmutableArray<int> traces, string name, bool reasons, Action<string, int?> report, CancellationToken stop, CancellationToken cancellationToken)
    {
        try
        {
            var judge = new ChecklistJudge(new Judge(session.Models.Engine), session.Models.Judge(name), new JudgeOptions { Reason = reasons });
            for (var done = 0; done < traces.Length && traces[done] < reviewed.Raw.Length; done++)
            {
                report(string.Create(CultureInfo.InvariantCulture, $"{done} of {traces.Length} {(traces.Length == 1 ? "solution" : "solutions")} judged"), 100 * done / traces.Length);
                var review = reviewed.Raw[traces[done]];
                if (AppliedChecklist.Exact(review, reviewed.Policy, document.Checklists) is not { } exact)
                    continue;
                var judged = await judge.AnswerAsync(exact, review.Trace, stop).ConfigureAwait(false);
                document.Note(book => book.With(review.Trace, judged.Verdicts.Except<ItemVerdict>(exact.Verdicts)));
            }

            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, $"The judge was not asked: {error.Message} Exact checks have answered what they can.");
        }
    }
}
