using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReasoningLsp.Server.Protocol;

internal sealed record TextDocumentIdentifier(string Uri);

internal sealed record VersionedTextDocumentIdentifier(string Uri, int Version);

internal sealed record OptionalVersionedTextDocumentIdentifier(string Uri, int? Version);

internal sealed record TextDocumentItem(
    string Uri, int Version, [property: JsonConverter(typeof(LenientText))] string Text, string? LanguageId = null);

internal sealed record DidOpenParams(TextDocumentItem TextDocument);

/// <summary>One change; without a range the text replaces everything.</summary>
internal sealed record ContentChange([property: JsonConverter(typeof(LenientText))] string Text, LspRange? Range = null);

internal sealed record DidChangeParams(VersionedTextDocumentIdentifier TextDocument, ImmutableArray<ContentChange> ContentChanges);

internal sealed record DidCloseParams(TextDocumentIdentifier TextDocument);

internal sealed record DidSaveParams(TextDocumentIdentifier TextDocument);

/// <summary>What many requests about a document send.</summary>
internal sealed record DocumentParams(TextDocumentIdentifier TextDocument);

/// <summary>What requests about a place in a document send.</summary>
internal sealed record PositionParams(TextDocumentIdentifier TextDocument, Position Position);
