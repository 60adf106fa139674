using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>What is asked of a run that is kept.</summary>
public sealed class RunCommandTests
{
    [Fact]
    public async Task Runs_are_listed_with_how_far_they_are()
    {
        using var folder = new TestFolder();
        Assert.Contains("No run is kept here", (await TestProgram.RunAsync(folder, "run", "list")).Error, StringComparison.Ordinal);
        folder.Write("a.jsonl", KeptRunTests.Records(9));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "whole");
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "parts", "--shard", "1/2");
        var list = await TestProgram.RunAsync(folder, "run", "list");
        Assert.Equal(["parts  1 of 2 parts complete", "whole  9 traces, 3 flagged"], list.Lines);
    }

    [Fact]
    public async Task Figures_by_a_column_and_traces_by_a_condition()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(9));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var by = await TestProgram.RunAsync(folder, "run", "show", "r", "--by", "file", "--format", "jsonl");
        Assert.Equal("""{"file":"a.jsonl","traces":9,"flagged":3,"flagged %":33.33,"steps":18,"checked %":33.33,"mean score":null}""",
            by.Output.Trim());
        var traces = await TestProgram.RunAsync(folder, "run", "traces", "r", "--where", "errors > 0", "--order", "unit DESC", "--format",
            "jsonl");
        Assert.Equal(["\"t6\"", "\"t3\"", "\"t0\""], traces.Lines.Select(line => line.Split("\"trace\":")[1].Split(',')[0]));
        var asked = await TestProgram.RunAsync(folder, "run", "query", "r", "SELECT count(*) n FROM lines WHERE len(findings) > 0",
            "--format",
            "jsonl");
        Assert.Equal("{\"n\":3}", asked.Output.Trim());
        var table = await TestProgram.RunAsync(folder, "run", "show", "r", "--by", "errors");
        Assert.StartsWith("errors", table.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_none_is_told_with_the_reason()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(1));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var run = await TestProgram.RunAsync(folder, "run", "traces", "r", "--where", "erors > 0");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("erors", run.Error, StringComparison.Ordinal);
    }
}
