using Parquet;
using Parquet.Schema;
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

    [Theory]
    [InlineData("COPY", "COPY traces TO 'x.csv'")]
    [InlineData("COPY", "copy (select 1) to '{run}/traces.jsonl'")]
    [InlineData("COPY", "SELECT 1; COPY traces TO 'x.csv'")]
    [InlineData("COPY", "SELECT ';--/*' AS \"a;b\"; /* ; /* ; */ ; */ -- ;\n COPY traces TO 'x.csv'")]
    [InlineData("COPY", "SELECT $$;$$, $a$;$$$a$, E'\\';'; COPY traces TO 'x.csv'")]
    [InlineData("COPY", "EXPLAIN ANALYZE COPY traces TO 'x.csv'")]
    [InlineData("COPY", "EXPLAIN (ANALYZE) COPY traces TO 'x.csv'")]
    [InlineData("ATTACH", "ATTACH 'x.db'")]
    [InlineData("INSTALL", "INSTALL httpfs")]
    [InlineData("LOAD", " load httpfs")]
    [InlineData("EXPORT", "EXPORT DATABASE 'x'")]
    [InlineData("SET", "SET memory_limit = '9GB'")]
    [InlineData("PRAGMA", "PRAGMA version")]
    [InlineData("CREATE", "CREATE TABLE a AS SELECT 1")]
    public async Task What_writes_or_reaches_elsewhere_is_refused(string word, string sql)
    {
        using var folder = new TestFolder();
        var run = Run(folder, 4);
        await RunIndex.BuildAsync(run, TestContext.Current.CancellationToken);
        var before = await File.ReadAllTextAsync(run.Traces, TestContext.Current.CancellationToken);
        using var questions = RunQuestions.Open(run);
        var refused = Assert.Throws<FormatException>(() => questions.Ask(sql.Replace("{run}", run.Path, StringComparison.Ordinal),
            TestContext.Current.CancellationToken));
        Assert.StartsWith($"{word} is refused: a run is asked", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(run.Traces, TestContext.Current.CancellationToken));
        // A condition is no way around it.
        Assert.Throws<FormatException>(() => questions.By("rules", $"true); {sql}; (SELECT 1", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("SELECT * FROM read_csv('{elsewhere}')")]
    [InlineData("FROM '{elsewhere}'")]
    [InlineData("SELECT * FROM glob('{folder}/*')")]
    [InlineData("SELECT * FROM read_text('{elsewhere}')")]
    public async Task Files_beside_the_run_are_not_read(string sql)
    {
        using var folder = new TestFolder();
        var run = Run(folder, 4);
        await RunIndex.BuildAsync(run, TestContext.Current.CancellationToken);
        var elsewhere = folder.Write("secret.csv", "a,b\n1,2\n");
        using var questions = RunQuestions.Open(run);
        Assert.Throws<FormatException>(() => questions.Ask(sql.Replace("{elsewhere}", elsewhere, StringComparison.Ordinal)
            .Replace("{folder}", folder.Path, StringComparison.Ordinal), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("FROM traces SELECT count(*)")]
    [InlineData("(SELECT count(*) FROM traces);")]
    [InlineData("-- how many\nWITH t AS (SELECT * FROM traces) SELECT count(*) FROM t")]
    [InlineData("SELECT 'a; COPY b' AS \"SET x; y\"")]
    [InlineData("DESCRIBE traces")]
    [InlineData("SUMMARIZE traces")]
    [InlineData("EXPLAIN SELECT * FROM lines")]
    [InlineData("VALUES (1)")]
    public async Task What_only_asks_is_answered(string sql)
    {
        using var folder = new TestFolder();
        var run = Run(folder, 4);
        await RunIndex.BuildAsync(run, TestContext.Current.CancellationToken);
        using var questions = RunQuestions.Open(run);
        Assert.NotEmpty(questions.Ask(sql, TestContext.Current.CancellationToken).Rows);
    }

    [Fact]
    public async Task A_table_with_other_columns_is_made_anew_from_the_lines()
    {
        using var folder = new TestFolder();
        var run = Run(folder, 4);
        await RunIndex.BuildAsync(run, TestContext.Current.CancellationToken);
        var older = new ParquetSchema(new DataField<long>("unit"), new DataField<bool>("flagged"));
        await using (var file = File.Create(run.Index))
        await using (var writer = await ParquetWriter.CreateAsync(older, file, cancellationToken: TestContext.Current.CancellationToken))
        using (var group = writer.CreateRowGroup())
        {
            var cancel = TestContext.Current.CancellationToken;
            await group.WriteAsync<long>(older.DataFields[0], new long[] { 0, 1, 2, 3 }, cancellationToken: cancel);
            await group.WriteAsync<bool>(older.DataFields[1], new bool[4], cancellationToken: cancel);
        }

        using var questions = RunQuestions.Open(run);
        Assert.Equal(4L, questions.Ask("SELECT sum(flagged_steps) + 2 FROM traces", TestContext.Current.CancellationToken).Rows[0][0]);
        Assert.Throws<FormatException>(() => questions.Ask("SELECT flagged FROM traces", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_column_that_is_none_is_told_with_those_that_are()
    {
        using var folder = new TestFolder();
        var run = Run(folder, 4);
        await RunIndex.BuildAsync(run, TestContext.Current.CancellationToken);
        using var questions = RunQuestions.Open(run);
        var told = Assert.Throws<FormatException>(() => questions.By("laguage", null, TestContext.Current.CancellationToken)).Message;
        Assert.StartsWith("There is no column \"laguage\"; there are unit, file, ", told, StringComparison.Ordinal);
        Assert.Equal(2L, questions.By("errors > 0", null, TestContext.Current.CancellationToken).Rows[0][1]);
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
