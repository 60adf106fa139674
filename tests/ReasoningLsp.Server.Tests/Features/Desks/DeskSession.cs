using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Desks;

/// <summary>A client with a desk open.</summary>
internal sealed class DeskSession : IAsyncDisposable
{
    private readonly InProcessServer _server = new();

    public TestFolder Folder { get; } = new();

    public TestClient Client => _server.Client;

    public int Number { get; private set; }

    public IReadOnlyList<Decision> Log => DecisionFile.Parse(Folder.Read(".reasoning/decisions.jsonl")).Log.Decisions;

    /// <summary>Opens one of a file of records.</summary>
    public static async Task<DeskSession> BeginAsync(string records)
    {
        var desk = new DeskSession();
        var parameters = Clients.Named("vscode", desk.Folder.Path);
        parameters["initializationOptions"] = new JsonObject { ["reviewer"] = "Ada" };
        await desk.Client.InitializeAsync(parameters);
        desk.Folder.Write("a.trace.jsonl", records);
        await desk.OpenAsync("a.trace.jsonl");
        return desk;
    }

    public async Task OpenAsync(string file)
    {
        var opened = await Client.RequestAsync("reasoning/desk/open", new JsonObject { ["uri"] = Folder.Uri(file) });
        Number = opened.GetProperty("desk").GetInt32();
        while (!(await AskAsync("list", ("filter", "all"))).GetProperty("isComplete").GetBoolean())
            await Task.Yield();
    }

    public Task<JsonElement> AskAsync(string method, params (string Name, JsonNode? Value)[] parameters) =>
        Client.RequestAsync($"reasoning/desk/{method}", Parameters(parameters));

    public Task<JsonElement> ListAsync(string filter, string? group = null) => AskAsync("list", ("filter", filter), ("group", group));

    public async Task<JsonElement[]> PageAsync(int from, int count) =>
        [.. (await AskAsync("page", ("from", from), ("count", count))).GetProperty("rows").EnumerateArray()];

    public async Task<JsonElement[]> PageOfAsync(string filter)
    {
        await ListAsync(filter);
        return await PageAsync(0, 100);
    }

    public async Task<JsonElement> RowAsync(int row) => (await AskAsync("trace", ("row", row))).GetProperty("row");

    public async Task<string> SayAsync(int row, string decision, params (string Name, JsonNode? Value)[] more) =>
        (await AskAsync("decide", [("row", row), ("decision", decision), .. more])).GetProperty("said").GetString()!;

    public async Task<string> UndoAsync() => (await AskAsync("undo")).GetProperty("said").GetString()!;

    public async Task<string> RefusalAsync(string file) =>
        (await Assert.ThrowsAsync<ServerFailure>(() =>
            Client.RequestAsync("reasoning/desk/open", new JsonObject { ["uri"] = Folder.Uri(file) }))).Told;

    public async Task<string> RefusedAsync(string method, params (string Name, JsonNode? Value)[] parameters) =>
        (await Assert.ThrowsAsync<ServerFailure>(() => AskAsync(method, parameters))).Told;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Folder.Dispose();
    }

    private JsonObject Parameters((string Name, JsonNode? Value)[] parameters)
    {
        var all = new JsonObject { ["desk"] = Number };
        foreach (var (name, value) in parameters)
            all[name] = value;
        return all;
    }
}
