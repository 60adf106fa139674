using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Server.Protocol;

internal sealed record DidChangeConfigurationParams(JsonElement Settings = default);

internal sealed record WorkspaceFoldersChangeEvent(ImmutableArray<WorkspaceFolder> Added, ImmutableArray<WorkspaceFolder> Removed);

internal sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

internal sealed record FileEvent(string Uri, int Type);

internal sealed record DidChangeWatchedFilesParams(ImmutableArray<FileEvent> Changes);

internal sealed record ConfigurationItem(string? ScopeUri, string Section);

internal sealed record ConfigurationParams(ImmutableArray<ConfigurationItem> Items);

internal sealed record FileSystemWatcher(string GlobPattern);

internal sealed record WatchOptions(ImmutableArray<FileSystemWatcher> Watchers);

internal sealed record SectionOptions(string Section);

internal sealed record Registration(string Id, string Method, JsonElement RegisterOptions);

internal sealed record RegistrationParams(ImmutableArray<Registration> Registrations);

internal sealed record InitializedParams;

internal sealed record SetTraceParams(string Value);
