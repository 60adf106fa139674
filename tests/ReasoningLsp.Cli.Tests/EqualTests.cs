using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests;

public sealed class EqualTests
{
    [Fact]
    public async Task Every_pair_gets_its_line()
    {
        using var folder = new TestFolder();
        folder.Write("pairs.jsonl", """
            {"gold": "1/2", "pred": "0.5"}
            {"gold": "1/2", "pred": "0.6"}
            {"gold": "1/3", "pred": "0.33", "precision": 2}
            {"gold": "", "pred": "1"}
            """);
        var result = await TestProgram.RunAsync(folder, "equal", "pairs.jsonl");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["""{"equal":true}""", """{"equal":false}""", """{"equal":true}""", """{"equal":null}"""], result.Lines);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named_and_the_rest_is_compared()
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "{\"gold\": \"1\", \"pred\": 1}\nbroken\n{\"gold\": \"1\", \"pred\": \"1\"}\n",
            ["equal", "-"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal(["""{"equal":null}""", """{"equal":null}""", """{"equal":true}"""], result.Lines);
        Assert.Contains("-:1: `pred` must be a text.", result.Error, StringComparison.Ordinal);
        Assert.Contains("-:2: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_trouble()
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "equal", "none.jsonl");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("none.jsonl", result.Error, StringComparison.Ordinal);
    }
}
