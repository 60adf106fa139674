using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests;

public sealed class BenchTests
{
    private const string Set =
        """
        {"id": "located", "steps": ["1 + 1 = 2", "2 + 2 = 5"], "label": 1}
        {"id": "before", "steps": ["1 + 1 = 3", "2 + 2 = 5"], "label": 1}
        {"id": "after", "steps": ["So.", "2 + 2 = 5"], "label": 0}
        {"id": "missed", "steps": ["So.", "2 + 2 = 4"], "label": 0}
        {"id": "clean", "steps": ["1 + 1 = 2"], "label": -1}
        {"id": "alarm", "steps": ["1 + 1 = 3"], "label": -1}
        {"id": "unknown", "steps": ["1 + 1 = 3"], "label": null}
        broken
        """;

    [Fact]
    public async Task Everything_is_counted_against_the_labels()
    {
        using var folder = new TestFolder();
        folder.Write("set.jsonl", Set);
        var result = await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--format", "jsonl", "--failures", "f.jsonl");
        Assert.Equal(0, result.ExitCode);
        var figures = JsonDocument.Parse(result.Lines.Single()).RootElement;
        int Count(string name) => figures.GetProperty(name).GetProperty("count").GetInt32();
        Assert.Equal((4, 2, 2, 1), (figures.GetProperty("wrong").GetInt32(), figures.GetProperty("clean").GetInt32(), figures.GetProperty("unlabelled").GetInt32(), figures.GetProperty("unreadable").GetInt32()));
        Assert.Equal((1, 1, 1, 1), (Count("located"), Count("before"), Count("after"), Count("missed")));
        Assert.Equal((1, 1, 1), (Count("cleanFlagged"), Count("cleanWithFinding"), Count("unlabelledFlagged")));
        // The harmonic mean of 1/4 and 1/2.
        Assert.Equal(1.0 / 3, figures.GetProperty("f1").GetDouble(), 5);
        Assert.Equal((9, 3, 6), (figures.GetProperty("relations").GetProperty("found").GetInt32(), figures.GetProperty("relations").GetProperty("proven").GetInt32(), figures.GetProperty("relations").GetProperty("refuted").GetInt32()));
        Assert.Equal((9, 11), (Count("stepsChecked"), figures.GetProperty("stepsChecked").GetProperty("of").GetInt32()));
        Assert.Equal(
            ["before:before", "after:after", "missed:missed", "alarm:false-alarm"],
            folder.Read("f.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(failure => $"{failure.GetProperty("id").GetString()}:{failure.GetProperty("failure").GetString()}"));
    }

    [Fact]
    public async Task Several_sets_are_pooled_and_two_runs_are_alike()
    {
        using var folder = new TestFolder();
        folder.Write("sets/a.jsonl", Set);
        folder.Write("sets/b.jsonl", Set);
        var first = await TestProgram.RunAsync(folder, "bench", "sets");
        var second = await TestProgram.RunAsync(folder, "bench", "sets");
        Assert.Equal(first.Output, second.Output);
        Assert.Contains("all sets pooled\n  traces                            16: 8 wrong, 4 clean, 4 unlabelled", first.Output, StringComparison.Ordinal);
        Assert.Contains("first error located exactly        25.00 %  (7.1–59.1)  2 of 8", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_that_is_missing_is_trouble()
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "bench", "none.jsonl");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("none.jsonl: There is no such file", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, 0.0, 0.2775)]
    [InlineData(1, 10, 0.0179, 0.4042)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(10, 10, 0.7225, 1.0)]
    public void Wilsons_interval_is_the_published_one(int part, int whole, double low, double high)
    {
        var interval = new Proportion(part, whole).Interval;
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }
}
