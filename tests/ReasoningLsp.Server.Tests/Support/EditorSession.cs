using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Programs;
using ReasoningLsp.Server.Models;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>A client of a kind, at work on one document in a folder of its own.</summary>
internal sealed class EditorSession : IAsyncDisposable
{
    private EditorSession(string file, Func<IModelHost>? models, Func<IProgramSandbox>? programs)
    {
        Uri = Folder.Uri(file);
        Server = new InProcessServer(models, programs);
    }

    public TestFolder Folder { get; } = new();

    public InProcessServer Server { get; }

    public TestClient Client => Server.Client;

    public string Uri { get; }

    /// <summary>Begins a session and opens a document.</summary>
    public static async Task<EditorSession> OpenAsync(string text, string client = "nvim-0.7.2", string file = "a.solution.md",
        Action<JsonObject>? adapt = null, Func<IModelHost>? models = null, Func<IProgramSandbox>? programs = null)
    {
        var session = new EditorSession(file, models, programs);
        var parameters = Clients.Named(client, session.Folder.Path);
        adapt?.Invoke(parameters);
        await session.Client.InitializeAsync(parameters);
        await session.Client.OpenAsync(session.Uri, text);
        return session;
    }

    public Task<JsonElement[]> PushedAsync(int version, int from = 0) => Client.PushedAsync(Uri, version, from);

    public Task TypeAsync(int version, int line, int from, int to, string text) => Client.TypeAsync(Uri, version, line, from, to, text);

    public Task<JsonElement> RequestAsync(string method) => Client.RequestAsync(method, Editing.Document(Uri));

    public Task<JsonElement> RequestAtAsync(string method, int line, int character) =>
        Client.RequestAsync(method, Editing.At(Uri, line, character));

    public async Task<JsonElement[]> ActionsAsync(int line, int character, params string[] only)
    {
        var context = new JsonObject { ["diagnostics"] = new JsonArray() };
        if (only.Length > 0)
            context["only"] = new JsonArray([.. only.Select(kind => (JsonNode)kind)]);
        var parameters = new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri },
            ["range"] = Editing.Range(line, character, line, character),
            ["context"] = context,
        };
        return [.. (await Client.RequestAsync("textDocument/codeAction", parameters)).EnumerateArray()];
    }

    public Task<JsonElement> CommandAsync(string command, params JsonNode?[] arguments) =>
        Client.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = command, ["arguments"] = new JsonArray(arguments) });

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
    }
}
