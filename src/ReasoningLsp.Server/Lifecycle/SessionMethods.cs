using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Server.Workspace;

namespace ReasoningLsp.Server.Lifecycle;

/// <summary>The messages that begin and end a session.</summary>
internal sealed class SessionMethods(Session session, ServerLifecycle lifecycle, ImmutableArray<IFeature> features, Action<int> watch)
{
    /// <summary>Adds them.</summary>
    public void Register(Methods methods)
    {
        methods.Ungated("initialize", (json, _) => Task.FromResult<JsonElement?>(Initialize(json)));
        methods.Ungated("shutdown", (_, _) =>
        {
            lifecycle.ShutDown();
            return Task.FromResult<JsonElement?>(null);
        });
        methods.Ungated("exit", (_, _) =>
        {
            lifecycle.Exit();
            return Task.FromResult<JsonElement?>(null);
        });
    }

    private JsonElement Initialize(JsonElement json)
    {
        var parameters = Methods.Read("initialize", json, LspJson.Default.InitializeParams);
        lifecycle.Initialize();
        session.Profile = ClientProfile.Of(parameters.Capabilities);
        session.Settings = ServerSettings.Of(parameters.InitializationOptions);
        session.Folders.Change(FoldersOf(parameters), []);
        if (parameters.ProcessId is { } client)
            watch(client);
        var capabilities = features.Aggregate(new ServerCapabilities { PositionEncoding = NameOf(session.Profile.Encoding) }, (known, feature) => feature.Advertise(known, session.Profile));
        return JsonSerializer.SerializeToElement(new InitializeResult(capabilities, new ServerInfo("reasoning-lsp", session.Host.Version)), LspJson.Default.InitializeResult);
    }

    private static IEnumerable<WorkspaceFolder> FoldersOf(InitializeParams parameters) =>
        parameters.WorkspaceFolders is { IsDefaultOrEmpty: false } folders ? folders
        : parameters.RootUri is { } uri ? [new WorkspaceFolder(uri)]
        : parameters.RootPath is { } path && Path.IsPathRooted(path) ? [new WorkspaceFolder(FilePath.ToUri(path))]
        : [];

    private static string NameOf(PositionEncoding encoding) => encoding switch
    {
        PositionEncoding.Utf8 => "utf-8",
        PositionEncoding.Utf32 => "utf-32",
        _ => "utf-16",
    };
}
