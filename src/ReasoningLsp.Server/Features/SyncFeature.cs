using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features;

/// <summary>Follows the documents that are open.</summary>
internal sealed class SyncFeature(DocumentStore documents) : IFeature
{
    private const int Incremental = 2;

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Notification("textDocument/didOpen", json => json.DidOpenParams, opened => documents.Open(opened.TextDocument));
        methods.Notification("textDocument/didChange", json => json.DidChangeParams, documents.Change);
        methods.Notification("textDocument/didClose", json => json.DidCloseParams, closed => documents.Close(closed.TextDocument.Uri));
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { TextDocumentSync = new TextDocumentSyncOptions(OpenClose: true, Incremental, Save: true) };
}
