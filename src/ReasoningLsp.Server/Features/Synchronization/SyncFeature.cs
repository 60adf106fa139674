using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Notebooks;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
namespace ReasoningLsp.Server.Features.Synchronization;

/// <summary>Follows the documents that are open. The file of a notebook that is open as cells is none beside it.</summary>
internal sealed class SyncFeature(Session session, DocumentStore documents, DiagnosticsFeature diagnostics, NotebookBook notebooks)
    : IFeature
{
    private const int Incremental = 2;

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Notification("textDocument/didOpen", json => json.DidOpenParams, Open);
        methods.Notification("textDocument/didChange", json => json.DidChangeParams, Change);
        methods.Notification("textDocument/didClose", json => json.DidCloseParams, Close);
        methods.Notification("textDocument/didSave", json => json.DidSaveParams, saved => Save(documents.Get(saved.TextDocument.Uri)));
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { TextDocumentSync = new TextDocumentSyncOptions(OpenClose: true, Incremental, Save: true) };

    private void Open(DidOpenParams opened)
    {
        Look();
        if (IsFile(opened.TextDocument.Uri))
            documents.Open(opened.TextDocument);
    }

    private void Change(DidChangeParams changed)
    {
        if (IsFile(changed.TextDocument.Uri))
            documents.Change(changed);
    }

    private void Close(DidCloseParams closed)
    {
        if (IsFile(closed.TextDocument.Uri))
            documents.Close(closed.TextDocument.Uri);
    }

    private bool IsFile(string uri) => notebooks.Find(uri) is null;

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
