using System.Text.Json;
using ReasoningLsp.Cli.Bench;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Runs.Planting;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Bench;

/// <summary>Errors that are planted harder once they are found, and by a model.</summary>
public sealed class PlantTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Difficulty_follows_success()
    {
        var levels = new PlantLevels(null);
        void Plant(PlantLevel at, int count, int found)
        {
            for (var one = 0; one < count; one++)
                levels.Count("number", at, 2, one < found ? 2 : -1);
            levels.Follow();
        }

        Plant(PlantLevel.Open, 19, 19); // too few to tell
        Assert.Equal(PlantLevel.Open, levels.Of("number"));
        Plant(PlantLevel.Open, 1, 1);
        Assert.Equal(PlantLevel.Carried, levels.Of("number"));
        Plant(PlantLevel.Open, 50, 0); // of another level
        Plant(PlantLevel.Carried, 20, 10);
        Assert.Equal(PlantLevel.Carried, levels.Of("number"));
        Plant(PlantLevel.Carried, 20, 16);
        Assert.Equal(PlantLevel.Unwritten, levels.Of("number"));
        Plant(PlantLevel.Unwritten, 20, 20);
        Assert.Equal(PlantLevel.Unwritten, levels.Of("number"));
        Plant(PlantLevel.Unwritten, 20, 4);
        Assert.Equal(PlantLevel.Carried, levels.Of("number"));
        Assert.Equal(PlantLevel.Open, levels.Of("sign"));
        Assert.Equal(PlantLevel.Unwritten, new PlantLevels(PlantLevel.Unwritten).Of("number"));
    }

    [Fact]
    public async Task Kinds_that_are_found_rise_and_the_misses_say_their_level()
    {
        _folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, 400).Select(at =>
            $$"""{"id":"t{{at}}","problem":"p","steps":["Well, 6 + {{at + 3}} = {{at + 9}}","The answer is {{at + 9}}"]}""" + "\n")));
        var bench = await RunAsync("bench", "a.jsonl", "--plant", "number", "--level", "rising", "--failures", "misses.jsonl");
        Assert.Matches(@"number, open +128 planted, found at the step 100\.00 %", bench.Output);
        // The last sixteen come after a round in which all were missed.
        Assert.Matches(@"number, carried +144 planted, found at the step 100\.00 %", bench.Output);
        Assert.Matches(@"number, unwritten +128 planted, found at the step +0\.00 %", bench.Output);
        var miss = JsonDocument.Parse(File.ReadLines(_folder.At("misses.jsonl")).First()).RootElement;
        Assert.Equal(("unwritten", 0), (miss.GetProperty("level").GetString(), miss.GetProperty("label").GetInt32()));
        Assert.Equal(("missed", JsonValueKind.Null),
            (miss.GetProperty("failure").GetString(), miss.GetProperty("found").ValueKind));
        Assert.DoesNotContain("No kind was planted harder", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_found_at_another_step_says_so()
    {
        using var server = new ScriptedServer { Says = " $x + 2 = 19$" };
        await RunAsync("models", "add", "far", "--address", server.Address, "--remote-model", "served", "--profile", "yes-no-verifier");
        _folder.Write("a.jsonl", """{"id":"t","problem":"p","steps":["$x + 2 = 20$","$x = 18$"]}""");
        // The equation is changed, and what is false by it is the solution in the step behind.
        await TestProgram.RunAsync(_folder, Stream.Null, ["bench", "a.jsonl", "--plant", "unit", "--planter", "far", "--failures",
            "misses.jsonl"], options => new Reviewer(options), Adapt, TestContext.Current.CancellationToken);
        var miss = JsonDocument.Parse(Assert.Single(File.ReadLines(_folder.At("misses.jsonl")))).RootElement;
        Assert.Equal(("elsewhere", 0, 1), (miss.GetProperty("failure").GetString(), miss.GetProperty("label").GetInt32(),
            miss.GetProperty("found").GetInt32()));
    }

    [Fact]
    public async Task Why_nothing_rises_is_told()
    {
        _folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, 9).Select(at =>
            $$"""{"id":"t{{at}}","problem":"p","steps":["So there are {{at + 9}}","Half of it: {{at + 9}} + 1 = {{at + 10}}"]}""" + "\n")));
        var bench = await RunAsync("bench", "a.jsonl", "--plant", "number", "--level", "rising");
        Assert.Contains("No kind was planted harder or easier: that is decided after every 128 records, by at least 20 errors of a kind.",
            bench.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" Well, 6 * 3 = 17", 2, 0)]
    [InlineData(" Six times three: 6 * 3 = 18", 0, 2)] // other words are no error
    public async Task A_model_plants_too(string says, int planted, int unwritten)
    {
        using var server = new ScriptedServer { Says = says };
        await RunAsync("models", "add", "far", "--address", server.Address, "--remote-model", "served", "--profile", "yes-no-verifier");
        _folder.Write("a.jsonl", """
            {"id":"a","problem":"p","steps":["Well, 6 * 3 = 18","So that."]}
            {"id":"b","problem":"p","steps":["Well, 6 * 3 = 18"]}
            """);
        var bench = await RunAsync("bench", "a.jsonl", "--plant", "unit", "--planter", "far", "--level", "carried");
        Assert.Equal((0, string.Empty), (bench.ExitCode, bench.Error));
        Assert.Contains("Nothing to plant in: unit", bench.Output, StringComparison.Ordinal);
        Assert.Contains($"{unwritten} times it wrote none", bench.Output, StringComparison.Ordinal);
        Assert.Equal(planted > 0, bench.Output.Contains($"{planted} planted", StringComparison.Ordinal));
        Assert.Contains(server.Requests, request => request.Path == "/completion");
    }

    [Theory]
    [InlineData("add --plant KINDS", "--level", "carried")]
    [InlineData("not \"9\"", "--plant", "all", "--level", "9")]
    [InlineData("unit, case or all", "--plant", "nothing")]
    [InlineData("There is no model", "--plant", "all", "--planter", "nobody")]
    public async Task What_cannot_be_planted_is_told(string reason, params string[] arguments)
    {
        _folder.Write("a.jsonl", """{"problem":"p","steps":["So 18."]}""");
        var bench = await RunAsync(["bench", "a.jsonl", .. arguments]);
        Assert.Equal(2, bench.ExitCode);
        Assert.Contains(reason, bench.Error, StringComparison.Ordinal);
    }

    private Task<RunResult> RunAsync(params string[] arguments) => TestProgram.RunAsync(_folder, string.Empty, arguments, Adapt);

    private ProgramHost Adapt(ProgramHost host) => host with
    {
        UserFolder = _folder.At("user"),
        CacheFolder = _folder.At("cache"),
    };
}
