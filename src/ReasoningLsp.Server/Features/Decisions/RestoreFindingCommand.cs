using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Decisions;

/// <summary>Takes back that a person called a finding wrong: it is shown again, as long as its text stands.</summary>
internal sealed class RestoreFindingCommand(Session session, DocumentStore documents, PersonDecisions decisions) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.RestoreFinding;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["data"];

    /// <inheritdoc/>
    public Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var data = call.Record(0, LspReader.Default.ActionData);
        var identity = documents.Get(data.Uri).Text.Identity;
        decisions.Append(
            identity,
            new Decision(DecisionKind.WrongFinding, data.Rule, data.Step, string.Empty, session.Clock.GetUtcNow(), null).Undo(
                session.Clock.GetUtcNow(), null));
        return Task.FromResult<JsonElement?>(null);
    }
}
