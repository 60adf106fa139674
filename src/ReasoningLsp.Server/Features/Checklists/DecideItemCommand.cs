using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Decided;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Features.Decisions;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Checklists;

/// <summary>
/// Writes down what a person says of an item: accepted as it stands, or overruled with a reason. It holds as long as the text does.
/// </summary>
internal sealed class DecideItemCommand(Session session, DocumentStore documents, PersonDecisions decisions) : ICommand
{
    private static readonly string[] Reasons =
        ["The evidence does not concern this", "It is met in another way", "It is not met in fact", "It does not apply here"];

    /// <inheritdoc/>
    public string Name => CommandNames.DecideItem;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri", "solution", "item", "verdict?", "reason?"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        var (review, verdict) = Item(reviewed, call.OptionalNumber(1), call.Word(2));
        if ((call.OptionalWord(3) is { } word ? VerdictText.Parse(word) : verdict.Answer) is not { } answer)
            throw new LspException(LspError.InvalidParams, $"Argument 4 is yes, no, n/a or unsure, not \"{call.OptionalWord(3)}\".");
        _ = PersonDecisions.PathOf(reviewed.Text.Identity);
        var reason = call.OptionalWord(4);
        if (reason is null && answer != verdict.Answer)
        {
            var question = $"Why {VerdictText.Of(answer)} and not {VerdictText.Of(verdict.Answer)}: {verdict.Item.Question}";
            reason = await decisions.AskAsync(question, Reasons, cancellationToken).ConfigureAwait(false);
            if (reason is null)
                return null;
        }

        var decision = ItemDecisions.Of(review.Trace, verdict, answer, reason ?? string.Empty, session.Clock.GetUtcNow(), null);
        decisions.Append(reviewed.Text.Identity, decision);
        return null;
    }

    private static (TraceReview Review, ItemVerdict Verdict) Item(ReviewedDocument reviewed, int? solution, string id)
    {
        if (solution is { } index && index >= 0 && index < reviewed.Reviews.Length
            && reviewed.Reviews[index] is { Checklist: { } checklist } review
            && checklist.Verdicts.FirstOrDefault(verdict => verdict.Item.Id == id) is { } found)
            return (review, found);
        throw new LspException(LspError.InvalidParams, "There is no such item; the checklist or the document has changed since.");
    }
}
