using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Features.Decisions;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Writes down that a person called a finding wrong; server and command line do not show it again.</summary>
internal sealed class DecisionFeature(Session session, DocumentStore documents, CommandFeature commands, PersonDecisions decisions) : IFeature
{
    private static readonly string[] Reasons = ["The step is right as it stands", "The notation was misread", "It is meant to be wrong"];

    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.MarkWrong, MarkAsync);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> MarkAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var data = call.Record(0, LspReader.Default.ActionData);
        var identity = documents.Get(data.Uri).Text.Identity;
        _ = PersonDecisions.PathOf(identity);
        if ((call.OptionalWord(1) ?? await decisions.AskAsync($"Why is this finding of {data.Rule} wrong?", Reasons, cancellationToken).ConfigureAwait(false)) is { } reason)
            decisions.Append(identity, new Decision(DecisionKind.WrongFinding, data.Rule, data.Step, reason, session.Host.Clock.GetUtcNow(), null));
        return null;
    }
}
