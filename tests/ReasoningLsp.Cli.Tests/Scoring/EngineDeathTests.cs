using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Caching;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;
using Process = System.Diagnostics.Process;

namespace ReasoningLsp.Cli.Tests.Scoring;

/// <summary>The engine's process is killed at any moment of a load of real scoring: that costs the requests in flight at most.</summary>
[Collection("in-process engine")]
public sealed class EngineDeathTests : IAsyncDisposable
{
    private const int Workers = 3;
    private const int LongestLife = 1_200;
    private static readonly TimeSpan NoHang = TimeSpan.FromMinutes(3);

    private readonly TestFolder _folder = new();
    private readonly ScoringModel _model = new BuiltInModels(Repository.Path("models")).RewardModel;
    private readonly EngineAddress _address;
    private readonly EngineClient _client;

    public EngineDeathTests()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("This test ends processes with signals.");
        _address = EngineAddress.For(new EngineOptions().Natives, _folder.At("socket"));
        _client = Client();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var engine = await RunningAsync(_client);
            engine.Kill();
            await engine.WaitForExitAsync(CancellationToken.None);
        }
        finally
        {
            await _client.DisposeAsync();
            SqliteConnection.ClearAllPools();
            _folder.Dispose();
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Killed_again_and_again_every_request_ends_with_its_scores_or_a_clear_error_and_the_cache_is_intact()
    {
        var random = new Random(1);
        var (requests, refused, kills) = await KilledAsync(LongRun.Size(6, 200), LongRun.Size(2, 100), () => random.Next(LongestLife));
        // Only a request that every death hits is given up.
        Assert.True(refused <= requests / 5, $"{refused} of {requests} requests were refused in {kills} kills.");
    }

    /// <summary>Nobody who ends the engine ten times, in whatever rhythm, costs a request its scores.</summary>
    [Theory]
    [Trait("Category", "Long")]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1_000)]
    public async Task Ten_kills_in_any_rhythm_lose_nothing(int milliseconds)
    {
        var (requests, refused, _) = await KilledAsync(LongRun.Size(3, 50), LongRun.Size(1, 10), () => milliseconds);
        Assert.True(refused == 0, $"{refused} of {requests} requests were refused.");
    }

    /// <summary>Texts that are written together are not all given up because the engine crashes while they are.</summary>
    [Fact]
    public async Task Crashes_during_a_batch_of_texts_are_laid_to_one_at_a_time()
    {
        const int Crashes = 2;
        // Ends a process that does not handle it, and nobody does; that it was no fault of its own does not show.
        const int Alarm = 14;
        var model = new BuiltInModels(Repository.Path("models")).Instruct;
        var texts = Enumerable.Range(0, 6).Select(seed => _client.GenerateAsync(new GenerateRequest
        {
            Model = model,
            Pieces = [PromptPiece.Plain("Once upon a time")],
            MaximumTokens = 40,
            Temperature = 1,
            Seed = seed + 1,
        }, null, TestContext.Current.CancellationToken)).ToList();
        await using var watcher = Client();
        for (var crash = 0; crash < Crashes; crash++)
        {
            using var engine = await RunningAsync(watcher);
            // Until the model is loaded and the texts are begun.
            await Task.Delay(2_000, TestContext.Current.CancellationToken);
            if (texts.TrueForAll(text => text.IsCompleted))
                break;
            Assert.Equal(0, Signal(engine.Id, Alarm));
            await engine.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var written = await Task.WhenAll(texts).WaitAsync(NoHang, TestContext.Current.CancellationToken);
        Assert.All(written, text => Assert.True(text.Tokens > 0));
    }

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "kill")]
    [System.Runtime.InteropServices.DefaultDllImportSearchPaths(System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    private async Task<(int Requests, int Refused, int Kills)> KilledAsync(int requests, int kills, Func<int> life)
    {
        var given = new ConcurrentDictionary<int, double[]>();
        var refused = new ConcurrentDictionary<int, string>();
        using (var store = new ScoreStore(_folder.At("scores.db"), TimeProvider.System))
        {
            using var scorer = new CachedTraceScorer(new TraceScorer(_client), store, () => "build");
            var load = new Load(requests, kills);
            var killer = KillAsync(load, life);
            await Task.WhenAll(Enumerable.Range(0, Workers).Select(async _ =>
            {
                while (await load.NextAsync(TestContext.Current.CancellationToken) is { } request)
                {
                    try
                    {
                        given[request] = await ScoreAsync(scorer, request);
                    }
                    catch (InferenceException error)
                    {
                        Assert.Equal(InferenceError.Unavailable, error.Kind);
                        refused[request] = error.Message;
                    }
                }
            }));
            await killer;
            Assert.Equal(kills, load.Kills);
            Assert.Null(store.Problem);
        }

        Assert.Equal(requests, given.Count + refused.Count);
        Assert.All(refused.Values, message => Assert.StartsWith("The engine die", message, StringComparison.Ordinal));
        await AssertCacheAsync(given, refused);
        // Weights of four bits: what else the engine holds shows in the second digit, by up to 0.03.
        await using var local = LocalEngine.Start(new EngineOptions { Threads = 1 }, TimeProvider.System);
        foreach (var (request, scores) in given)
            Assert.All((await ScoreAsync(new TraceScorer(local), request)).Zip(scores),
                pair => Assert.Equal(pair.First, pair.Second, 4e-2));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kills} kills: {given.Count} of {requests} requests scored, {refused.Count} refused");
        return (requests, refused.Count, kills);
    }

    private async Task AssertCacheAsync(ConcurrentDictionary<int, double[]> given, ConcurrentDictionary<int, string> refused)
    {
        await using (var connection = new SqliteConnection($"Data Source={_folder.At("scores.db")};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            Assert.Equal("ok", await check.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }

        using var store = new ScoreStore(_folder.At("scores.db"), TimeProvider.System);
        using var kept = new CachedTraceScorer(new NoModel(), store, () => "build");
        foreach (var (request, scores) in given)
            Assert.Equal(scores, await ScoreAsync(kept, request));
        foreach (var request in refused.Keys)
            await Assert.ThrowsAsync<NotSupportedException>(() => ScoreAsync(kept, request));
    }

    private async Task<double[]> ScoreAsync(ITraceScorer scorer, int request)
    {
        var trace = TraceReader.Read(
            $"Problem: Ann has {request} bags of {request + 2} apples and eats 3. How many are left?\n\nStep 1: The bags hold "
                + $"{request} * {request + 2} = {request * (request + 2)} apples.\n\nStep 2: So {(request * (request + 2)) - 3} apples "
                + $"are left.\n", TraceFormat.Markdown).Traces[0];
        var priority = request % 2 == 0 ? RequestPriority.Interactive : RequestPriority.Background;
        var scores = await scorer.ScoreAsync(_model, trace, priority, TestContext.Current.CancellationToken)
            .WaitAsync(NoHang, TestContext.Current.CancellationToken);
        return [.. scores.Steps.Select(score => score.Value)];
    }

    private async Task KillAsync(Load load, Func<int> life)
    {
        await using var watcher = Client();
        while (await load.NextKillAsync(TestContext.Current.CancellationToken))
        {
            using var engine = await RunningAsync(watcher);
            await Task.Delay(life(), TestContext.Current.CancellationToken);
            engine.Kill();
            await engine.WaitForExitAsync(TestContext.Current.CancellationToken);
            load.Killed();
        }
    }

    private static async Task<Process> RunningAsync(EngineClient client) =>
        Process.GetProcessById((await client.HelloAsync(TestContext.Current.CancellationToken).WaitAsync(NoHang)).Process);

    private EngineClient Client() =>
        new(_address, new EngineLauncher(Path.Combine(AppContext.BaseDirectory, "reasoning-lsp"),
        ["engine", "--threads", "1", "--socket-folder", _folder.At("socket")]), TimeProvider.System);

    /// <summary>Requests and kills, each handed out once, so that neither runs far ahead of the other.</summary>
    private sealed class Load(int requests, int kills)
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

        private int _started;
        private int _killed;

        public int Kills => Volatile.Read(ref _killed);

        public async Task<int?> NextAsync(CancellationToken cancellationToken)
        {
            var request = Interlocked.Increment(ref _started) - 1;
            while (request < requests && request > ((Kills + 1) * requests / kills) + Workers)
                await Task.Delay(Pause, cancellationToken);
            return request < requests ? request : null;
        }

        public async Task<bool> NextKillAsync(CancellationToken cancellationToken)
        {
            while (Volatile.Read(ref _started) < Math.Min(requests, Kills * requests / kills))
                await Task.Delay(Pause, cancellationToken);
            return Kills < kills;
        }

        public void Killed() => Interlocked.Increment(ref _killed);
    }

    private sealed class NoModel : ITraceScorer
    {
        public Task<TraceScores> ScoreAsync(ScoringModel model, Trace trace, RequestPriority priority,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
