using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Server.Workspace;

namespace ReasoningLsp.Server.Lifecycle;

/// <summary>The messages that begin and end a session.</summary>
internal sealed class SessionMethods(
    Session session, LanguageClient client, ServerLifecycle lifecycle, ImmutableArray<IFeature> features, string version, Action<int> watch)
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

    // Read by path: a client may leave out nearly everything, and to describe the whole message would take time at the start.
    private JsonElement Initialize(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new LspException(LspError.InvalidParams, "The parameters of initialize are missing.");
        lifecycle.Initialize();
        var parameters = new JsonPath(json);
        client.Profile = ClientProfile.Of(parameters.At("capabilities") ?? default);
        session.Settings = ServerSettings.Of(parameters.At("initializationOptions") ?? default);
        session.Folders.Change(FoldersOf(parameters), []);
        if (parameters.Number("processId") is { } process)
            watch(process);
        var capabilities = new ServerCapabilities { PositionEncoding = NameOf(client.Profile.Encoding) };
        foreach (var feature in features)
            capabilities = feature.Advertise(capabilities, client.Profile);
        var result = new InitializeResult(capabilities, new ServerInfo("reasoning-lsp", version));
        return JsonSerializer.SerializeToElement(result, LspWriter.Default.InitializeResult);
    }

    private static IEnumerable<WorkspaceFolder> FoldersOf(JsonPath parameters)
    {
        if (parameters.At("workspaceFolders") is { ValueKind: JsonValueKind.Array } folders && folders.GetArrayLength() > 0)
            return folders.EnumerateArray()
                .Select(folder => new JsonPath(folder).Word("uri"))
                .OfType<string>()
                .Select(uri => new WorkspaceFolder(uri));
        if (parameters.Word("rootUri") is { } root)
            return [new WorkspaceFolder(root)];
        return parameters.Word("rootPath") is { } path && Path.IsPathRooted(path) ? [new WorkspaceFolder(FilePath.ToUri(path))] : [];
    }

    private static string NameOf(PositionEncoding encoding) => encoding switch
    {
        PositionEncoding.Utf8 => "utf-8",
        PositionEncoding.Utf32 => "utf-32",
        _ => "utf-16",
    };
}
