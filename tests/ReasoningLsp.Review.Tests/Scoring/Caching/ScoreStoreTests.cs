using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Caching;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring.Caching;

public sealed class ScoreStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scores-").FullName;

    private static string Model => Repository.Path("models/reasoning-prm-135m.lora.gguf");

    private string File => Path.Combine(_folder, "scores.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_one_process_keeps_another_reads()
    {
        var keys = PrefixKey.Of("model", "problem", ["one", "two"]);
        using var first = new ScoreStore(File, TimeProvider.System);
        first.Write(keys, [new CachedScore(0.25, null, 0.1, false), new CachedScore(0.5, 0.75, null, true)]);
        using var second = new ScoreStore(File, TimeProvider.System);
        Assert.Equal([new CachedScore(0.25, null, 0.1, false), new CachedScore(0.5, 0.75, null, true)], second.Read(keys)!.Value);
        Assert.Equal(2, second.Size().Entries);
        Assert.Null(second.Read(PrefixKey.Of("model", "problem", ["one", "other"])));
        Assert.Equal(2, first.Clear());
        Assert.Null(second.Read(keys));
    }

    [Fact]
    public void A_key_depends_on_model_problem_and_every_step_before()
    {
        var keys = new[] { PrefixKey.Of("m", "p", ["a", "b"]), PrefixKey.Of("n", "p", ["a", "b"]), PrefixKey.Of("m", "q", ["a", "b"]),
            PrefixKey.Of("m", "p", ["c", "b"]), PrefixKey.Of("m", "pa", ["", "b"]), PrefixKey.Of("m", "p", ["ab"]) };
        Assert.Equal(keys.Length, keys.Select(each => Convert.ToHexString(each[^1])).Distinct().Count());
        Assert.Equal(keys[0][0], PrefixKey.Of("m", "p", ["a", "else"])[0]);
    }

    [Fact]
    public void A_broken_file_is_begun_anew()
    {
        System.IO.File.WriteAllText(File, new string('x', 5_000));
        using var store = new ScoreStore(File, TimeProvider.System);
        var keys = PrefixKey.Of("m", "p", ["a"]);
        store.Write(keys, [new CachedScore(1, null, null, false)]);
        Assert.NotNull(store.Read(keys));
        Assert.Null(store.Problem);
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_is_kept_and_the_reason_is_told()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "file"), "x");
        using var store = new ScoreStore(Path.Combine(_folder, "file", "scores.db"), TimeProvider.System);
        store.Write(PrefixKey.Of("m", "p", ["a"]), [new CachedScore(1, null, null, false)]);
        Assert.Null(store.Read(PrefixKey.Of("m", "p", ["a"])));
        Assert.Contains("cache of scores", store.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Beyond_its_bound_the_entries_unused_for_longest_go()
    {
        using var store = new ScoreStore(File, TimeProvider.System, mostEntries: 100);
        for (var i = 0; i < 30; i++)
            store.Write(PrefixKey.Of("m", $"p{i}", ["a", "b", "c", "d", "e"]),
                [.. Enumerable.Repeat(new CachedScore(i, null, null, false), 5)]);
        Assert.InRange(store.Size().Entries, 50, 105);
    }

    [Fact]
    public async Task Two_processes_at_once_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            using var store = new ScoreStore(File, TimeProvider.System);
            for (var i = 0; i < 25; i++)
                store.Write(PrefixKey.Of("m", $"{worker}/{i}", ["a"]), [new CachedScore(i, null, null, false)]);
            Assert.Null(store.Problem);
        }, TestContext.Current.CancellationToken)));
        using var all = new ScoreStore(File, TimeProvider.System);
        Assert.Equal(100, all.Size().Entries);
    }

    [Fact]
    public async Task What_was_scored_before_asks_no_model_again_and_another_model_is_asked()
    {
        using var store = new ScoreStore(File, TimeProvider.System);
        var asked = new Asked();
        var head = Path.Combine(_folder, "head");
        await System.IO.File.WriteAllTextAsync(head, "1", TestContext.Current.CancellationToken);
        var model = new ScoringModel(ProfileCatalog.Find("reasoning-prm-135m")!,
            new ModelReference(Repository.Path("models/reasoning-prm-135m.lora.gguf")), head);
        var trace = TraceReader.Read("Step 1: One.\n\nStep 2: Two.\n", TraceFormat.Markdown).Traces[0];
        for (var i = 0; i < 3; i++)
        {
            using var scorer = new CachedTraceScorer(asked, store, () => "build");
            var scores = await scorer.ScoreAsync(model, trace, RequestPriority.Interactive, TestContext.Current.CancellationToken);
            Assert.Equal([0.5, 0.25], scores.Steps.Select(step => step.Value));
        }

        Assert.Equal(1, asked.Count);
        await System.IO.File.WriteAllTextAsync(head, "another", TestContext.Current.CancellationToken);
        using var anew = new CachedTraceScorer(asked, store, () => "build");
        await anew.ScoreAsync(model, trace, RequestPriority.Interactive, TestContext.Current.CancellationToken);
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public async Task Another_content_of_the_profile_another_build_and_another_precision_are_asked_anew()
    {
        using var store = new ScoreStore(File, TimeProvider.System);
        var asked = new Asked();
        var model = new ScoringModel(ProfileCatalog.Find("versaprm")!, new ModelReference(Model));
        var changed = model.Profile with { Reading = model.Profile.Reading with { Good = ["#12"], Bad = ["#10"] } };
        (ScoringModel Model, string Build)[] all = [(model, "a"), (model with { Profile = changed }, "a"), (model, "b"),
            (model with { Model = model.Model with { Cache = CachePrecision.Single } }, "a"), (model with { Criterion = "x" }, "a")];
        for (var round = 0; round < 2; round++)
        {
            foreach (var (each, build) in all)
            {
                using var scorer = new CachedTraceScorer(asked, store, () => build);
                await scorer.ScoreAsync(each, Trace(2), RequestPriority.Interactive, TestContext.Current.CancellationToken);
            }

            Assert.Equal(all.Length, asked.Count);
        }
    }

    [Fact]
    public async Task What_depends_on_later_steps_is_not_given_for_a_trace_without_them()
    {
        using var store = new ScoreStore(File, TimeProvider.System);
        var asked = new Asked();
        var spc = ProfileCatalog.Find("spc-critic")!;
        var whole = spc with { Reading = spc.Reading with { Critique = spc.Reading.Critique! with { Form = CritiqueForm.Whole } } };
        var model = new ScoringModel(whole, new ModelReference(Model));
        using var scorer = new CachedTraceScorer(asked, store, () => "build");
        foreach (var (steps, expected) in ((int, int)[])[(2, 1), (1, 2), (2, 2), (1, 2)])
        {
            await scorer.ScoreAsync(model, Trace(steps), RequestPriority.Interactive, TestContext.Current.CancellationToken);
            Assert.Equal(expected, asked.Count);
        }
    }

    [Fact]
    public void What_an_older_program_kept_is_dropped()
    {
        var keys = PrefixKey.Of("m", "p", ["a"]);
        using (var store = new ScoreStore(File, TimeProvider.System))
            store.Write(keys, [new CachedScore(1, null, null, false)]);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var older = connection.CreateCommand();
            older.CommandText = "PRAGMA user_version = 1";
            older.ExecuteNonQuery();
        }

        using var newer = new ScoreStore(File, TimeProvider.System);
        Assert.Null(newer.Read(keys));
        newer.Write(keys, [new CachedScore(0.5, null, null, false)]);
        Assert.NotNull(newer.Read(keys));
        Assert.Null(newer.Problem);
    }

    private static Trace Trace(int steps) =>
        TraceReader.Read(string.Concat(Enumerable.Range(1, steps).Select(step => $"Step {step}: Text {step}.\n\n")), TraceFormat.Markdown)
            .Traces[0];

    private sealed class Asked : ITraceScorer
    {
        public int Count { get; private set; }

        public Task<TraceScores> ScoreAsync(ScoringModel model, Trace trace, RequestPriority priority, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(new TraceScores(model.Profile, "m",
                [.. trace.Steps.Select(step => new StepScore(step.Index, 0.5 / (step.Index + 1), model.Profile.Signal))]));
        }
    }
}
