using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Reports;

/// <summary>Reviews every file of the open folders that asks for it, with progress.</summary>
internal sealed class ReviewWorkspaceCommand(Session session, WorkspaceReview workspace) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ReviewWorkspace;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => [];

    /// <inheritdoc/>
    public Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        session.WorkDone.RunAsync<JsonElement?>("Reviewing solutions", call.WorkDoneToken, ReviewAsync, cancellationToken);

    private async Task<JsonElement?> ReviewAsync(Action<string, int?> report, CancellationToken stop)
    {
        var (all, files, isCancelled) = await workspace.SummariseAsync(report, _ => { }, stop).ConfigureAwait(false);
        var flagged = files.Where(file => file.Errors + file.Warnings > 0).ToImmutableArray();
        return JsonSerializer.SerializeToElement(
            new WorkspaceResult(
                files.Length, all.Traces, all.Steps, all.Flagged, all.Checked, all.NothingCheckable,
                all.Doubted, all.Dismissed, all.Silenced, all.Errors, all.Warnings, isCancelled, flagged,
                files.IsEmpty && !isCancelled ? await workspace.CandidatesAsync(stop).ConfigureAwait(false) : []),
            LspWriter.Default.WorkspaceResult);
    }
}
