using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Diagnostics;

/// <summary>Shows findings: pulled by clients that say they pull, pushed to all others, never both.</summary>
internal sealed class DiagnosticsFeature(Session session, DocumentStore documents) : IFeature, IReviewObserver
{
    private readonly ConcurrentDictionary<OpenDocument, ShownDiagnostics> _shown = [];

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Request("textDocument/diagnostic", json => json.DocumentDiagnosticParams, json => json.DocumentDiagnosticReport, PullAsync);
        methods.Notification("$/reasoning/caret", json => json.PositionParams, CaretMoved);
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => client.PullsDiagnostics
        // No document's findings depend on another's, and a whole workspace is reviewed by command.
        ? capabilities with
        {
            DiagnosticProvider = new DiagnosticOptions(Diagnostic.Reasoning, InterFileDependencies: false, WorkspaceDiagnostics: false),
        }
        : capabilities;

    /// <inheritdoc/>
    public void Reviewed(OpenDocument document, ReviewedDocument? reviewed)
    {
        var shown = _shown.GetOrAdd(document, opened => new ShownDiagnostics(session, () => Show(opened)));
        shown.Take(reviewed);
        if (!document.IsOpen)
            Forget(document);
        else if (!session.Profile.PullsDiagnostics)
            Push(document, shown);
        else if (document.Text.Identity.IsOfCells)
            // A client asks anew for the cell that was edited; what is told of the others may be another too.
            _ = session.Client.RefreshAsync();
    }

    /// <inheritdoc/>
    public void Closed(OpenDocument document)
    {
        if (Forget(document) is { } shown && !session.Profile.PullsDiagnostics)
            shown.InOrder(() => session.Client.PublishDiagnosticsAsync(new PublishDiagnosticsParams(document.Text.Identity.Uri, null, [])));
    }

    /// <summary>Shows what waits, because the document was saved.</summary>
    public void Saved(OpenDocument document) => Release(document, shown => shown.Release());

    /// <summary>How many findings of a document wait for the caret to leave.</summary>
    public int Waiting(OpenDocument document) =>
        _shown.TryGetValue(document, out var shown) && shown.State is { Reviewed: { } reviewed } state
            ? reviewed.Findings.Count() - state.Visible.Length
            : 0;

    /// <summary>Whether a finding of a review that is shown waits for the caret to leave: nothing else that stands in the text speaks of it
    /// before.</summary>
    public bool IsHeld(ReviewedDocument reviewed, Finding finding) =>
        documents.Find(reviewed.Text.Identity.Uri) is { } document && _shown.TryGetValue(document, out var shown)
        && shown.State is { Waits: true } state && ReferenceEquals(state.Reviewed, reviewed)
        && !state.Visible.Contains(finding, ReferenceEqualityComparer.Instance);

    private void CaretMoved(PositionParams caret) =>
        Release(documents.Find(caret.TextDocument.Uri), shown => shown.ReleaseUnless(caret.Position));

    private void Release(OpenDocument? document, Func<ShownDiagnostics, bool> release)
    {
        if (document is not null && _shown.TryGetValue(document, out var shown) && release(shown))
            Show(document);
    }

    private void Show(OpenDocument document)
    {
        // With them go the hints that waited for them.
        _ = session.Client.RefreshAsync();
        if (!session.Profile.PullsDiagnostics && _shown.TryGetValue(document, out var shown))
            Push(document, shown);
    }

    // What is shown last must be sent last, and nothing after the document was closed.
    private void Push(OpenDocument document, ShownDiagnostics shown) => shown.InOrder(() =>
    {
        var text = shown.State.Reviewed?.Text ?? document.Text;
        if (document.IsOpen)
            _ = session.Client.PublishDiagnosticsAsync(new PublishDiagnosticsParams(text.Identity.Uri, text.Version, shown.Diagnostics()));
    });

    private ShownDiagnostics? Forget(OpenDocument document)
    {
        if (!_shown.TryRemove(document, out var shown))
            return null;
        shown.Dispose();
        return shown;
    }

    private async Task<DocumentDiagnosticReport?> PullAsync(DocumentDiagnosticParams pull, CancellationToken cancellationToken)
    {
        var document = documents.Get(pull.TextDocument.Uri);
        await document.ReviewedAsync(cancellationToken).ConfigureAwait(false);
        ImmutableArray<Diagnostic> diagnostics = _shown.TryGetValue(document, out var shown) ? shown.Diagnostics() : [];
        // Named by its content, so that "unchanged" is true whatever it was that changed.
        var content = JsonSerializer.SerializeToUtf8Bytes(diagnostics, LspWriter.Default.ImmutableArrayDiagnostic);
        var id = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12));
        return id == pull.PreviousResultId
            ? new DocumentDiagnosticReport("unchanged", id, null)
            : new DocumentDiagnosticReport("full", id, diagnostics);
    }
}
