using System.Text.Json;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Features.Decisions;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Checklists;

/// <summary>Writes down what a person says of an item: accepted as it stands, or overruled with a reason. It holds as long as the text does.</summary>
internal sealed class DecideItemFeature(Session session, DocumentStore documents, CommandFeature commands, PersonDecisions decisions) : IFeature
{
    private static readonly string[] Reasons = ["The evidence does not concern this", "It is met in another way", "It is not met in fact", "It does not apply here"];

    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.DecideItem, DecideAsync);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> DecideAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var uri = call.Word(0);
        var reviewed = await documents.ReviewedAsync(uri, cancellationToken).ConfigureAwait(false);
        var item = call.Word(2);
        if (call.OptionalNumber(1) is not { } index || index < 0 || index >= reviewed.Reviews.Length || reviewed.Reviews[index] is not { Checklist: { } checklist } review
            || checklist.Verdicts.FirstOrDefault(verdict => verdict.Item.Id == item) is not { } verdict)
            throw new LspException(LspError.InvalidParams, "There is no such item; the checklist or the document has changed since.");
        if ((call.OptionalWord(3) is { } word ? VerdictText.Parse(word) : verdict.Answer) is not { } answer)
            throw new LspException(LspError.InvalidParams, $"Argument 4 is yes, no, n/a or unsure, not \"{call.OptionalWord(3)}\".");
        _ = PersonDecisions.PathOf(reviewed.Text.Identity);
        var reason = call.OptionalWord(4);
        if (reason is null && answer != verdict.Answer)
        {
            reason = await decisions.AskAsync($"Why {VerdictText.Of(answer)} and not {VerdictText.Of(verdict.Answer)}: {verdict.Item.Question}", Reasons, cancellationToken).ConfigureAwait(false);
            if (reason is null)
                return null;
        }

        decisions.Append(reviewed.Text.Identity, ItemDecisions.Of(review.Trace, verdict, answer, reason ?? string.Empty, session.Host.Clock.GetUtcNow(), null));
        return null;
    }
}
