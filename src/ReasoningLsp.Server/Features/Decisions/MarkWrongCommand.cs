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

/// <summary>Writes down that a person called a finding wrong; server and command line do not show it again.</summary>
internal sealed class MarkWrongCommand(Session session, DocumentStore documents, PersonDecisions decisions) : ICommand
{
    private static readonly string[] Reasons = ["The step is right as it stands", "The notation was misread", "It is meant to be wrong"];

    /// <inheritdoc/>
    public string Name => CommandNames.MarkWrong;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["data", "reason?"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var data = call.Record(0, LspReader.Default.ActionData);
        var identity = documents.Get(data.Uri).Text.Identity;
        _ = PersonDecisions.PathOf(identity);
        var reason = call.OptionalWord(1)
            ?? await decisions.AskAsync($"Why is this finding of {data.Rule} wrong?", Reasons, cancellationToken).ConfigureAwait(false);
        if (reason is null)
            return null;
        var decision = new Decision(DecisionKind.WrongFinding, data.Rule, data.Step, reason, session.Clock.GetUtcNow(), null);
        decisions.Append(identity, decision with { Statement = await StatementAsync(data, cancellationToken).ConfigureAwait(false) });
        return null;
    }

    // What the finding says, for whoever reads the file.
    private async Task<string?> StatementAsync(ActionData data, CancellationToken cancellationToken) =>
        await documents.Get(data.Uri).ReviewedAsync(cancellationToken).ConfigureAwait(false) is { } reviewed
            && FindingName.Find(reviewed, new FindingKey(data.Rule, data.Step, data.Occurrence)) is var (_, finding)
            ? finding.Message
            : null;
}
