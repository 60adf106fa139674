using ReasoningLsp.Runs.Figures;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Figures;

/// <summary>What a run comes to, and questions to it.</summary>
public sealed class RunIndexTests
{
    [Fact]
    public async Task The_summary_counts_what_the_lines_say()
    {
        using var folder = new TestFolder();
        var run = Run(folder, 100);
        var summary = await RunIndex.BuildAsync(run, TestContext.Current.CancellationToken);
        Assert.Equal((100, 100, 0, 200, 100, 50), (summary.Units, summary.Traces, summary.Unread, summary.Steps, summary.Checked,
            summary.Flagged));
        Assert.Equal((50, 0, 10), (summary.Errors, summary.Warnings, summary.Hints));
        Assert.Equal(50, summary.Rules["RR101"]);
        Assert.Equal(summary.Rules, RunSummary.Read(run).Rules);
    }

    [Fact]
    public async Task Questions_are_answered_from_the_index_and_the_lines()
    {
        using var folder = new TestFolder();
        var run = Run(folder, 20_000);
        await RunIndex.BuildAsync(run, TestContext.Current.CancellationToken);
        using var questions = RunQuestions.Open(run);
        var by = questions.By("rules", "unit < 10", TestContext.Current.CancellationToken);
        Assert.Equal(["rules", "traces", "flagged", "flagged %", "steps", "checked %", "mean score"], by.Columns);
        Assert.Equal(10L, by.Rows.Sum(row => (long)row[1]!));
        var list = questions.List("errors > 0", "unit DESC", 2, TestContext.Current.CancellationToken);
        Assert.Equal([19_998L, 19_996L], list.Rows.Select(row => row[0]));
        var lines = questions.Ask("SELECT sum(len(findings)) FROM lines", TestContext.Current.CancellationToken);
        Assert.Equal(10_000L + 2_000, lines.Rows[0][0]);
        Assert.Throws<FormatException>(() => questions.Ask("SELECT nothing FROM nowhere", TestContext.Current.CancellationToken));
    }

    // Every second trace has an error, every tenth a hint.
    private static RunFolder Run(TestFolder folder, int traces)
    {
        var run = RunFolder.In(folder.Path, "r");
        Directory.CreateDirectory(run.Path);
        File.WriteAllLines(run.Traces, Enumerable.Range(0, traces).Select(at =>
        {
            string[] findings = [.. at % 2 == 0 ? [Finding("RR101", "error")] : Array.Empty<string>(),
                .. at % 10 == 5 ? [Finding("RR203", "hint")] : Array.Empty<string>()];
            var state = at % 2 == 0 ? "flagged" : "nothing checkable";
            var head = $"\"unit\":{at},\"schema\":1,\"file\":\"a.jsonl\",\"trace\":{at},\"id\":\"t{at}\",\"steps\":2,\"checked\":1";
            var found = $"\"findings\":[{string.Join(',', findings)}],\"hash\":\"h\",\"states\":[\"checked\",\"{state}\"]";
            return $"{{{head},{found},\"record\":{{\"steps\":[\"a\",\"b\"]}}}}";
        }));
        return run;
    }

    private static string Finding(string rule, string severity) =>
        $$"""{"rule":"{{rule}}","severity":"{{severity}}","step":1,"message":"m","evidence":{},"fixes":[]}""";
}
