using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Server.Protocol;

internal sealed record WorkspaceFolder(string Uri, string? Name = null);

internal sealed record ClientInfo(string? Name = null, string? Version = null);

/// <summary>The client's first message. The capabilities are read by path, because few of them matter here.</summary>
internal sealed record InitializeParams(
    JsonElement Capabilities = default,
    int? ProcessId = null,
    ClientInfo? ClientInfo = null,
    string? RootPath = null,
    string? RootUri = null,
    JsonElement InitializationOptions = default,
    ImmutableArray<WorkspaceFolder>? WorkspaceFolders = null);

internal sealed record ServerInfo(string Name, string Version);

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);
