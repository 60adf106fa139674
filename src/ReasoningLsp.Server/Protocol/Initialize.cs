namespace ReasoningLsp.Server.Protocol;

internal sealed record WorkspaceFolder(string Uri, string? Name = null);

internal sealed record ServerInfo(string Name, string Version);

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);
