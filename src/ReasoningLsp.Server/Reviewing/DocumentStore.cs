using System.Collections.Concurrent;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>The documents that are open. Changed from the message loop only, read from everywhere.</summary>
internal sealed class DocumentStore(Session session, IReviewObserver observer)
{
    private readonly ConcurrentDictionary<string, OpenDocument> _documents = new(StringComparer.Ordinal);
    private long _sequence;

    /// <summary>Every open document.</summary>
    public IEnumerable<OpenDocument> All => _documents.Values;

    /// <summary>The open document of an address, or null.</summary>
    public OpenDocument? Find(string uri) => _documents.GetValueOrDefault(uri);

    /// <summary>The open document of an address.</summary>
    /// <exception cref="LspException">It is not open.</exception>
    public OpenDocument Get(string uri) => Find(uri) ?? throw new LspException(LspError.InvalidParams, $"{uri} is not open.");

    /// <summary>The review of an open document.</summary>
    /// <exception cref="LspException">It is not open, or not reviewed.</exception>
    public async Task<ReviewedDocument> ReviewedAsync(string uri, CancellationToken cancellationToken) =>
        await Get(uri).ReviewedAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new LspException(LspError.RequestFailed, "This document is not reviewed; review it first.");

    /// <summary>Opens a document, anew if it was open.</summary>
    public OpenDocument Open(TextDocumentItem item)
    {
        Close(item.Uri);
        var text = Snapshot(DocumentIdentity.Of(item.Uri, item.LanguageId), item.Version, item.Text, LineIndex.Of(item.Text), null);
        var document = new OpenDocument(text, session.Policies, observer, session.Log);
        _documents[item.Uri] = document;
        document.Renew();
        return document;
    }

    /// <summary>Takes the changes of a document.</summary>
    /// <exception cref="LspException">It is not open.</exception>
    public void Change(DidChangeParams change)
    {
        var document = Get(change.TextDocument.Uri);
        var before = document.Text;
        var (text, lines, caret, delta) = new TextChanges(before.Text, before.Positions.Lines, session.Profile.Encoding)
            .Apply(change.ContentChanges);
        var isTyping = change.ContentChanges is [{ Range: not null }];
        Typing? typing = isTyping ? new Typing(caret, session.Clock.GetTimestamp()) : null;
        document.Change(Snapshot(before.Identity, change.TextDocument.Version, text, lines, typing) with
        {
            Trail = delta is null ? TextTrail.Empty : before.Trail.With(before.Sequence, delta),
        });
    }

    /// <summary>Closes a document; one that is not open is none.</summary>
    public OpenDocument? Close(string uri)
    {
        if (_documents.TryRemove(uri, out var document))
        {
            document.Dispose();
            observer.Closed(document);
        }

        return document;
    }

    private TextSnapshot Snapshot(DocumentIdentity identity, int version, string text, LineIndex lines, Typing? typing) =>
        new(identity, version, ++_sequence, text, new DocumentPositions(text, lines, session.Profile.Encoding), typing);
}
