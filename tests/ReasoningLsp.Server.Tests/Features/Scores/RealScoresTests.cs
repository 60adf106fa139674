using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Scores;

/// <summary>The built-in reward model behind a real server process, and the engine that this starts.</summary>
public sealed class RealScoresTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose()
    {
        // The engine outlives its client; this one serves nobody else. Its address is in its environment.
        foreach (var engine in Process.GetProcessesByName("reasoning-lsp").Where(IsOurs))
            engine.Kill();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_step_gets_its_score_and_an_edit_has_only_the_rest_scored_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The engine of the test is found through /proc.");
        _folder.Write("config/reasoning-review/models.json", JsonSerializer.Serialize(new[]
        {
            new
            {
                name = "small",
                profile = "reasoning-prm-135m",
                model = Repository.Path("models/SmolLM2-135M-Instruct.Q4_1.gguf"),
                adapter = Repository.Path("models/reasoning-prm-135m.lora.gguf"),
                head = Repository.Path("models/reasoning-prm-135m.head.safetensors"),
            },
        }));
        Directory.CreateDirectory(_folder.At("run"));
        await using var server = new ServerProcess(new Dictionary<string, string>
        {
            ["XDG_CONFIG_HOME"] = _folder.At("config"),
            ["XDG_CACHE_HOME"] = _folder.At("cache"),
            ["XDG_RUNTIME_DIR"] = _folder.At("run"),
        }, []);
        var parameters = Clients.Named("nvim-0.7.2", _folder.Path);
        parameters["initializationOptions"] = new JsonObject { ["scores"] = "small" };
        parameters["capabilities"]!["experimental"] = new JsonObject { ["reasoningReview"] = true };
        await server.Client.InitializeAsync(parameters);
        var uri = _folder.Uri("a.solution.md");
        await server.Client.OpenAsync(uri,
            "Problem: She had 12 apples and got 5 more. How many has she?\n\nStep 1: 12 + 5 = 17.\n\nStep 2: She has 17 apples.\n");
        var first = await ScoresAsync(server, uri, 0);
        await server.Client.TypeAsync(uri, 2, 4, 16, 18, "19");
        var second = await ScoresAsync(server, uri, server.Client.Received.Count);
        Assert.Equal(2, first.Length);
        Assert.All(first, score => Assert.InRange(score, 0.05, 0.999));
        Assert.Equal(first[0], second[0]);
        Assert.True(second[1] < first[1], $"{second[1]} for the wrong number, {first[1]} for the right one");
    }

    private static async Task<double[]> ScoresAsync(ServerProcess server, string uri, int from)
    {
        await server.Client.WaitForAsync(
            each => each.Method == "$/reasoning/scores" && each.Parameters.GetProperty("state").GetString() is "ready" or "failed", from);
        var steps = (await server.Client.RequestAsync("reasoning/steps", Editing.Document(uri))).GetProperty("traces")[0].GetProperty(
            "steps");
        return [.. steps.EnumerateArray()
            .Select(step => step.TryGetProperty("score", out var score) ? score.GetDouble() : throw new InvalidDataException(server.Log))];
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
}
