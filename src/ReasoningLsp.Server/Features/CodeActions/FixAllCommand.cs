using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Makes every exact fix of a document, or of one of its solutions, with what depends on a value where that is certain.</summary>
internal sealed class FixAllCommand(Session session, DocumentStore documents, PropagatedFixes propagated) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.FixAll;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri", "solution"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await documents.Get(call.Word(0)).ReviewedAsync(cancellationToken).ConfigureAwait(false) is not { } reviewed)
            return null;
        var solution = call.Solution(1, reviewed.Reviews.Length);
        var reviews = solution is { } one ? [reviewed.Reviews[one]] : reviewed.Reviews;
        // Each costs a review: away from the message loop.
        var selection = await Task.Run(() => FixSelection.Choose(
            reviews.SelectMany(review => review.Findings.Select(finding => WithPropagated(reviewed, review, finding, cancellationToken))),
            FixKind.Propagate), cancellationToken).ConfigureAwait(false);
        if (selection.Fixes == 0)
            return null;
        var edit = WorkspaceEdits.Of(reviewed.Text, selection.Edits, session.Profile);
        var made = await session.Client.ApplyEditAsync("Exact fixes", edit, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(made, LspWriter.Default.ApplyWorkspaceEditResult);
    }

    private Finding WithPropagated(ReviewedDocument reviewed, TraceReview review, Finding finding, CancellationToken cancellationToken) =>
        propagated.Of(reviewed, review, finding, cancellationToken) is { } fix ? finding with { Fixes = finding.Fixes.Add(fix) } : finding;
}
