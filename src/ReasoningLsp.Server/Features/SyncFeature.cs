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
        methods.Notification("textDocument/didOpen", LspJson.Default.DidOpenParams, opened => documents.Open(opened.TextDocument));
        methods.Notification("textDocument/didChange", LspJson.Default.DidChangeParams, documents.Change);
        methods.Notification("textDocument/didClose", LspJson.Default.DidCloseParams, closed => documents.Close(closed.TextDocument.Uri));
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { TextDocumentSync = new TextDocumentSyncOptions(OpenClose: true, Incremental, Save: true) };
}
