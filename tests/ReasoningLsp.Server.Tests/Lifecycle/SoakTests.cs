using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Lifecycle;

/// <summary>Edits and scoring for as long as a working day's morning: the memory of server and engine stays where it was.</summary>
public sealed class SoakTests : IDisposable
{
    private const int Steps = 8;
    private const int FirstStepLine = 2;
    private const int NumberAt = 14;
    private const double Growth = 1.15;
    private const double Slack = 48;

    private const int FewestTexts = 8;

    private readonly TestFolder _folder = new();
    private readonly Random _random = new(1);

    /// <summary>An hour, or as many minutes as <c>REASONING_SOAK_MINUTES</c> says; in a short run seconds.</summary>
    private static TimeSpan Duration =>
        double.TryParse(Environment.GetEnvironmentVariable("REASONING_SOAK_MINUTES"), CultureInfo.InvariantCulture, out var minutes)
        ? TimeSpan.FromMinutes(minutes)
        : TimeSpan.FromSeconds(LongRun.Size(20, 3_600));

    public void Dispose()
    {
        foreach (var engine in Process.GetProcessesByName("reasoning-lsp").Where(IsOurs))
            engine.Kill();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Memory_of_server_and_engine_is_flat()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read from /proc.");
        Prepare();
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
        await server.Client.OpenAsync(uri, Text());
        await ScoredAsync(server, 0);
        var engine = Assert.Single(Process.GetProcessesByName("reasoning-lsp").Where(IsOurs), process => process.Id != server.Process.Id);
        var samples = new List<(double Server, double Engine)>();
        var (version, scored) = (2, 0);
        // However slow the machine: enough texts to compare early ones with late ones.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Duration || samples.Count < FewestTexts;)
        {
            var from = server.Client.Received.Count;
            // Mostly a few edits before the scores can come, as people type.
            for (var edits = _random.Next(1, 5); edits > 0; edits--)
            {
                var line = FirstStepLine + (2 * _random.Next(Steps));
                await server.Client.TypeAsync(uri, version++, line, NumberAt, NumberAt + 2,
                    _random.Next(10, 100).ToString(CultureInfo.InvariantCulture));
                await Task.Delay(_random.Next(60), TestContext.Current.CancellationToken);
            }

            await ScoredAsync(server, from);
            scored++;
            samples.Add((Resident(server.Process.Id), Resident(engine.Id)));
        }

        Assert.False(engine.HasExited, "The engine died.");
        AssertFlat("server", [.. samples.Select(sample => sample.Server)]);
        AssertFlat("engine", [.. samples.Select(sample => sample.Engine)]);
        TestContext.Current.TestOutputHelper!.WriteLine($"{version} edits, {scored} times scored");
    }

    private static void AssertFlat(string what, double[] megabytes)
    {
        // The first quarter is for what is made once: compiled code, the heap's size, the held texts.
        var early = Middle(megabytes[(megabytes.Length / 4)..(megabytes.Length / 2)]);
        var late = Middle(megabytes[^(megabytes.Length / 4)..]);
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what}: {early:0} MB early, {late:0} MB late"));
        Assert.True(late <= (early * Growth) + Slack,
            string.Create(CultureInfo.InvariantCulture, $"The {what} grew from {early:0} to {late:0} MB."));
    }

    private static double Middle(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static double Resident(int process) =>
        long.Parse(File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;

    private static async Task ScoredAsync(ServerProcess server, int from) =>
        await server.Client.WaitForAsync(
        each => each.Method == "$/reasoning/scores" && each.Parameters.GetProperty("state").GetString() is "ready" or "failed", from);

    private static string Text()
    {
        var text = new StringBuilder("Problem: Ann counts her apples day by day. How many are there in the end?\n");
        for (var step = 1; step <= Steps; step++)
            text.Append(CultureInfo.InvariantCulture,
                $"\nStep {step}: There {10 + step} apples are added to the {20 * step} that were there.\n");
        return text.ToString();
    }

    private void Prepare()
    {
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
