using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Server.Protocol;

internal sealed record Command(
    string Title, [
        property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name, ImmutableArray<JsonElement>? Arguments = null);

internal sealed record CodeActionContext(ImmutableArray<JsonElement>? Diagnostics = null, ImmutableArray<string>? Only = null);

internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, LspRange Range, CodeActionContext? Context = null);

internal sealed record CodeAction(
    string Title,
    string? Kind = null,
    ImmutableArray<Diagnostic>? Diagnostics = null,
    bool? IsPreferred = null,
    WorkspaceEdit? Edit = null,
    Command? Command = null,
    JsonElement? Data = null);

internal sealed record ExecuteCommandParams(
    string Command, ImmutableArray<JsonElement>? Arguments = null, JsonElement? WorkDoneToken = null);
