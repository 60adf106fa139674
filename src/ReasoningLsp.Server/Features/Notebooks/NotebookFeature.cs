using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Notebooks;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Notebooks;

/// <summary>
/// Follows the notebooks that are open: the prose of one is a document under the notebook's own address, in which every other
/// feature works as in a file.
/// </summary>
internal sealed class NotebookFeature(Session session, DocumentStore documents, DiagnosticsFeature diagnostics, NotebookBook book)
    : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Notification("notebookDocument/didOpen", json => json.DidOpenNotebookParams, Open);
        methods.Notification("notebookDocument/didChange", json => json.DidChangeNotebookParams, Change);
        methods.Notification("notebookDocument/didSave", json => json.NotebookParams, Save);
        methods.Notification("notebookDocument/didClose", json => json.NotebookParams, Close);
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => client.SynchronizesNotebooks
        ? capabilities with
        {
            NotebookDocumentSync = new NotebookSyncOptions(
                [new NotebookSelector("*", [new CellLanguage(DocumentIdentity.ProseOfCells)])], Save: true),
        }
        : capabilities;

    private void Open(DidOpenNotebookParams opened)
    {
        var notebook = Changes.Opened(opened);
        book.Put(notebook);
        documents.Open(new TextDocumentItem(notebook.Uri, notebook.Version, notebook.Text, DocumentIdentity.Cells));
    }

    private void Change(DidChangeNotebookParams changed)
    {
        var uri = changed.NotebookDocument.Uri;
        var (notebook, changes) = Changes.Changed(Known(uri), changed);
        book.Put(notebook);
        if (!changes.IsEmpty)
            documents.Change(new DidChangeParams(new VersionedTextDocumentIdentifier(uri, notebook.Version), changes));
    }

    private void Save(NotebookParams saved) => diagnostics.Saved(documents.Get(saved.NotebookDocument.Uri));

    // First the document: the emptied list of its findings goes to the cells.
    private void Close(NotebookParams closed)
    {
        documents.Close(closed.NotebookDocument.Uri);
        book.Close(closed.NotebookDocument.Uri);
    }

    private NotebookChanges Changes => new(session.Profile.Encoding);

    private Notebook Known(string uri) => book.Find(uri) ?? throw new LspException(LspError.InvalidParams, $"{uri} is not open.");
}
