using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Models;

/// <summary>What an editor offers and gets, from a real server's process and a hub on this machine.</summary>
public sealed class ModelOffersTests : IAsyncLifetime
{
    private const string Solution =
        "---\nproblem: Ann has 3 bags of 4 apples. How many?\n---\n\nStep 1: 3 * 4 = 12.\n\nStep 2: She has 12 apples.\n";

    private readonly TestFolder _folder = new();
    private readonly LoopbackHub _hub = new() { Limited = 1 };
    private readonly ServerProcess _server;
    private string _scores = "off";

    public ModelOffersTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The engine of the test is found through /proc.");
        _hub.Publish("Qwen/Qwen2.5-Math-PRM-7B", SharedData.Require("fixtures/prm/checkpoints/qwen2.5-math-prm-tiny"));
        _server = new ServerProcess(new Dictionary<string, string>
        {
            ["XDG_CONFIG_HOME"] = _folder.At("config"),
            ["XDG_CACHE_HOME"] = _folder.At("cache"),
            ["XDG_RUNTIME_DIR"] = _folder.At("run"),
            ["REASONING_HUB"] = _hub.Source,
        }, []);
        Directory.CreateDirectory(_folder.At("run"));
        _server.Client.Answers["workspace/configuration"] = _ => new JsonArray(new JsonObject { ["scores"] = _scores });
    }

    public async ValueTask InitializeAsync()
    {
        var parameters = Clients.Named("vscode", _folder.Path);
        parameters["capabilities"]!["experimental"] = new JsonObject { ["reasoningReview"] = true };
        await _server.Client.InitializeAsync(parameters);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        // The engine outlives its client; this one serves nobody else. Its address is in its environment.
        foreach (var engine in Process.GetProcessesByName("reasoning-lsp").Where(IsOurs))
            engine.Kill();
        _hub.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_best_that_fits_comes_first_with_what_a_person_must_know_of_it()
    {
        var offers = await CommandAsync("reasoning.offerModels");
        Assert.True(offers.GetProperty("memory").GetDouble() > 0);
        Assert.Contains(offers.GetProperty("devices").EnumerateArray(),
            device => device.GetString()!.StartsWith("CPU", StringComparison.Ordinal));
        var models = offers.GetProperty("models").EnumerateArray().ToList();
        var memory = Math.Max(offers.GetProperty("memory").GetDouble(),
            offers.TryGetProperty("gpu", out var gpu) ? gpu.GetProperty("memory").GetDouble() : 0);
        Assert.All(models,
            model => Assert.Equal(model.GetProperty("memory").GetDouble() <= memory, model.GetProperty("fits").GetBoolean()));
        var order = models.Select(model => (Fits: model.GetProperty("fits").GetBoolean(),
            F1: model.TryGetProperty("f1", out var f1) && !model.GetProperty("rule").GetString()!.Contains("not done here",
                StringComparison.Ordinal) ? f1.GetDouble() : -1)).ToList();
        Assert.Equal(order.OrderByDescending(model => model.Fits).ThenByDescending(model => model.F1), order);
        var qwen = models.Single(model => model.GetProperty("name").GetString() == "qwen2.5-math-prm-7b");
        Assert.Equal((73.5, 15.2, 8.6, "Qwen licence"), (qwen.GetProperty("f1").GetDouble(), qwen.GetProperty("download").GetDouble(),
            qwen.GetProperty("memory").GetDouble(), qwen.GetProperty("licence").GetString()));
        Assert.Equal("first step below 0.50", qwen.GetProperty("rule").GetString());
        Assert.Contains("how it is read is unverified", models.Single(model => model.GetProperty("name").GetString() == "genprm-7b")
            .GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
    }

    [Fact]
    public async Task A_model_is_got_paused_resumed_added_and_scores_what_is_open()
    {
        _hub.Pause = TimeSpan.FromMilliseconds(60);
        var pulling = ManageAsync("one", "pull", "qwen2.5-math-prm-7b");
        var arrived = await _server.Client.WaitForAsync(message => Progress(message, "one") is { } value
            && value.TryGetProperty("message", out var text) && text.GetString()!.StartsWith("model-00001", StringComparison.Ordinal)
            && text.GetString()!.Contains(" of 9.7 MB", StringComparison.Ordinal));
        Assert.True(Progress(arrived, "one")!.Value.GetProperty("percentage").GetInt32() is >= 0 and < 100);
        await _server.Client.NotifyAsync("window/workDoneProgress/cancel", new JsonObject { ["token"] = "one" });
        var paused = await pulling;
        Assert.True(paused.GetProperty("cancelled").GetBoolean());
        Assert.True((await OfferedAsync("qwen2.5-math-prm-7b"))!.Value.TryGetProperty("begun", out _));

        _hub.Pause = TimeSpan.Zero;
        var pulled = await ManageAsync("two", "pull", "qwen2.5-math-prm-7b");
        Assert.True(pulled.GetProperty("succeeded").GetBoolean(), pulled.ToString());
        Assert.Contains("qwen2.5-math-prm-7b is ready, it scored a sentence", pulled.GetProperty("output").GetString(),
            StringComparison.Ordinal);
        Assert.Contains(_hub.Requests, request => request is { From: > 0, Status: 206 });
        Assert.Contains(_hub.Requests, request => request.Status == 429);
        Assert.Contains(_server.Client.Received, message => Progress(message, "two") is { } value
            && value.TryGetProperty("message", out var text) && text.GetString() == "Importing qwen2.5-math-prm-7b…");
        // It is installed, and no longer offered.
        Assert.Null(await OfferedAsync("qwen2.5-math-prm-7b"));
        Assert.Contains((await CommandAsync("reasoning.listModels")).EnumerateArray(),
            model => model.GetProperty("name").GetString() == "qwen2.5-math-prm-7b");

        _scores = "qwen2.5-math-prm-7b";
        await _server.Client.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = null });
        var uri = _folder.Uri("a.solution.md");
        await _server.Client.OpenAsync(uri, Solution);
        var ready = await _server.Client.WaitForAsync(message => message.Method == "$/reasoning/scores"
            && message.Parameters.GetProperty("state").GetString() is "ready" or "failed");
        Assert.Equal(("ready", "qwen2.5-math-prm-7b"), (ready.Parameters.GetProperty("state").GetString(),
            ready.Parameters.GetProperty("model").GetString()));
        await _server.Client.WaitForAsync(message => message.Method == "$/reasoning/reviewed"
            && message.Parameters.GetProperty("scored").GetInt32() == 2);

        Assert.True((await ManageAsync(null, "remove", "qwen2.5-math-prm-7b")).GetProperty("succeeded").GetBoolean());
        Assert.NotNull(await OfferedAsync("qwen2.5-math-prm-7b"));
    }

    [Theory]
    [InlineData("There is no published model", "pull", "nothing")]
    [InlineData("either --model FILE or --address URL", "add", "far", "--profile", "yes-no-verifier")]
    [InlineData("does not exist", "add", "far", "--profile", "yes-no-verifier", "--model", "/nowhere.gguf")]
    [InlineData("Unrecognized command or argument", "pull", "nothing", "--what")]
    public async Task What_cannot_be_done_is_told_in_words(string reason, params string[] arguments)
    {
        var outcome = await ManageAsync(null, arguments);
        Assert.False(outcome.GetProperty("succeeded").GetBoolean());
        Assert.Contains(reason, outcome.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private bool IsOurs(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/environ")
                .Contains($"XDG_RUNTIME_DIR={_folder.At("run")}\0", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<JsonElement?> OfferedAsync(string name) => (await CommandAsync("reasoning.offerModels")).GetProperty("models")
        .EnumerateArray().Where(model => model.GetProperty("name").GetString() == name).Select(model => (JsonElement?)model)
        .FirstOrDefault();

    private static JsonElement? Progress(ServerMessage message, string token) => message.Method == "$/progress"
        && message.Parameters.GetProperty("token") is { ValueKind: JsonValueKind.String } told && told.GetString() == token
        ? message.Parameters.GetProperty("value") : null;

    private Task<JsonElement> ManageAsync(string? token, params string[] arguments)
    {
        var call = new JsonObject
        {
            ["command"] = "reasoning.models",
            ["arguments"] = new JsonArray(new JsonArray([.. arguments.Select(argument => (JsonNode?)argument)])),
        };
        if (token is not null)
            call["workDoneToken"] = token;
        return _server.Client.RequestAsync("workspace/executeCommand", call);
    }

    private Task<JsonElement> CommandAsync(string command) =>
        _server.Client.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = command, ["arguments"] = new JsonArray() });
}
