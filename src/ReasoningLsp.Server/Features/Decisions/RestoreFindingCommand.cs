using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Features.CodeActions;
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
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var data = call.Record(0, LspReader.Default.ActionData);
        var (identity, now) = (documents.Get(data.Uri).Text.Identity, session.Clock.GetUtcNow());
        var reviewed = await documents.Get(data.Uri).ReviewedAsync(cancellationToken).ConfigureAwait(false);
        var said = reviewed is not null && DismissedFinding.Find(reviewed, new FindingKey(data.Rule, data.Step, data.Occurrence))
            is var (review, finding) ? reviewed.Policy.Decisions.Dismissal(review.Trace, finding) : null;
        said ??= new Decision(DecisionKind.WrongFinding, data.Rule, data.Step, string.Empty, now, null);
        decisions.Append(identity, said.Undo(now, null));
        return null;
    }
}
