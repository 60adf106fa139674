using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
namespace ReasoningLsp.Server.Features.Synchronization;

/// <summary>Follows the documents that are open.</summary>
internal sealed class SyncFeature(Session session, DocumentStore documents, DiagnosticsFeature diagnostics) : IFeature
{
    private const int Incremental = 2;

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Notification("textDocument/didOpen", json => json.DidOpenParams, Open);
        methods.Notification("textDocument/didChange", json => json.DidChangeParams, documents.Change);
        methods.Notification("textDocument/didClose", json => json.DidCloseParams, closed => documents.Close(closed.TextDocument.Uri));
        methods.Notification("textDocument/didSave", json => json.DidSaveParams, saved => Save(documents.Get(saved.TextDocument.Uri)));
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { TextDocumentSync = new TextDocumentSyncOptions(OpenClose: true, Incremental, Save: true) };

    private void Open(DidOpenParams opened)
    {
        Look();
        documents.Open(opened.TextDocument);
    }

    private void Save(OpenDocument document)
    {
        // First what waits: the review that follows keeps what is shown.
        diagnostics.Saved(document);
        if (Look())
            document.Renew();
    }

    // A client that watches no files: what was read from them may be out of date.
    private bool Look()
    {
        if (session.Profile.RegistersWatchers)
            return false;
        session.Forget();
        return true;
    }
}
