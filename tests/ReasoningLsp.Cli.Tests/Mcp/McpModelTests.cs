using System.Text.Json;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.TestSupport;
using Xunit;
using Process = System.Diagnostics.Process;

namespace ReasoningLsp.Cli.Tests.Mcp;

/// <summary>The tools with a real model behind them: a client, the server's process and the engine's process.</summary>
[Collection("in-process engine")]
public sealed class McpModelTests : IAsyncDisposable
{
    private const string Solution =
        "Problem: Ann has 3 bags of 4 apples. How many apples has she?\n\nStep 1: There are 3 * 4 = 14 apples.\n\nStep 2: So she has "
            + "14 apples.\n";
    private const string Question = "Does the solution name the number of bags?";

    private readonly TestFolder _folder = new();
    private readonly EngineClient _engine;

    public McpModelTests()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("This test keeps its engine apart by XDG_RUNTIME_DIR.");
        // As the server's process finds it.
        var address = EngineAddress.For(new EngineOptions().Natives, Path.Combine(_folder.Path, "reasoning-review"));
        _engine = new EngineClient(address, new EngineLauncher(Program, ["engine", "--threads", "1", "--socket-folder", address.Folder]),
            TimeProvider.System);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "reasoning-lsp");

    public async ValueTask DisposeAsync()
    {
        using var process = Process.GetProcessById((await _engine.HelloAsync(CancellationToken.None)).Process);
        await _engine.DisposeAsync();
        process.Kill();
        await process.WaitForExitAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_checklist_is_answered_by_checks_and_by_the_judge()
    {
        await using var client = await ConnectAsync();
        var result = await client.CallAsync("apply_checklist",
            ("text", Solution), ("checklist", new[] { "Does every equality hold?", Question }));
        var verdicts = McpSession.Structured(result).GetProperty("traces")[0].GetProperty("verdicts").EnumerateArray().ToList();
        Assert.Equal("no", verdicts[0].GetProperty("verdict").GetString());
        Assert.Equal(Question, verdicts[1].GetProperty("item").GetString());
        Assert.Contains("SmolLM2", verdicts[1].GetProperty("by").GetString(), StringComparison.Ordinal);
        Assert.InRange(verdicts[1].GetProperty("pYes").GetDouble(), 0.0001, 0.9999);
    }

    [Fact]
    public async Task Corrections_that_a_model_wrote_stand_beside_the_exact_one_with_their_proof()
    {
        await using var client = await ConnectAsync();
        var told = new List<string?>();
        var result = await client.CallAsync("suggest_correction",
            new Told(value => told.Add(value.Message)), TestContext.Current.CancellationToken,
            ("text", Solution), ("step", 1), ("candidates", 8));
        var corrections = McpSession.Structured(result).GetProperty("corrections").EnumerateArray().ToList();
        Assert.Contains(corrections,
            correction => correction.GetProperty("source").GetString() is "propagate" or "exact"
            && correction.GetProperty("verified").GetBoolean());
        // A small model seldom repairs anything; what it wrote is there, and called verified only where checks prove it.
        var written = corrections.Where(correction => correction.GetProperty("source").GetString() == "generated").ToList();
        Assert.NotEmpty(written);
        Assert.All(written, correction => Assert.True(
            !correction.GetProperty("verified").GetBoolean() || correction.GetProperty("proven").GetInt32() > 0));
        Assert.All(corrections, correction => Assert.NotEqual(0, correction.GetProperty("edits").GetArrayLength()));
        Assert.NotEmpty(told);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_frees_the_engine()
    {
        await using var client = await ConnectAsync();
        using var cancel = new CancellationTokenSource();
        var lines = string.Concat(
            Enumerable.Range(0, 400)
            .Select(i => JsonSerializer.Serialize(new { problem = $"What is {i} + {i}?", steps = new[] { $"It is {2 * i}." } }) + "\n"));
        var call = client.CallAsync("apply_checklist", new Told(_ => cancel.Cancel()), cancel.Token,
            ("text", lines), ("format", "jsonl"), ("checklist", new[] { Question })).AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        // 400 solutions take minutes.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(120));
        await _engine.DescribeAsync(new(Repository.Path("models/SmolLM2-135M-Instruct.Q4_1.gguf")), limit.Token);
        Assert.Equal(0, (await _engine.HelloAsync(limit.Token)).Waiting);
        var again = await client.CallAsync("apply_checklist", null, limit.Token, ("text", Solution), ("checklist", new[] { Question }));
        Assert.NotEqual(true, again.IsError);
    }

    private async Task<McpSession> ConnectAsync()
    {
        await _engine.HelloAsync(TestContext.Current.CancellationToken);
        return await McpSession.OpenAsync(_folder, ["--model", Repository.Path("models/SmolLM2-135M-Instruct.Q4_1.gguf")]);
    }
}
