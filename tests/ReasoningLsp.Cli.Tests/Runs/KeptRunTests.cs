using System.IO.Compression;
using System.Text;
using Parquet;
using Parquet.Schema;
using Parquet.Serialization;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>A review that is kept: every input has its lines, once, in order, whatever happens on the way.</summary>
public sealed class KeptRunTests
{
    private const string Folder = ".reasoning/runs/r/";

    [Fact]
    public async Task A_mistyped_name_begins_no_run()
    {
        using var folder = new TestFolder();
        var run = await TestProgram.RunAsync(folder, "review", "trcaes.jsonl", "--run", "r");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("trcaes.jsonl", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At(".reasoning/runs/r")));
        folder.Write("traces.jsonl", Records(3));
        Assert.Contains("3 traces", (await TestProgram.RunAsync(folder, "review", "traces.jsonl", "--run", "r")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_input_has_its_line_and_what_cannot_be_read_too()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", Records(3) + "broken\n");
        folder.Write("b.md", "Problem: what is it?\n\nSolution:\n\n1 + 1 = 3\n");
        var run = await TestProgram.RunAsync(folder, "review", "a.jsonl", "gone.md", "b.md", "--run", "r");
        Assert.Equal(2, run.ExitCode);
        var lines = File.ReadAllLines(folder.At(Folder + "traces.jsonl"));
        Assert.Equal(6, lines.Length);
        Assert.Equal([0, 1, 2, 3, 4, 5], lines.Select(UnitOf));
        Assert.Contains("There is no such file", lines[4], StringComparison.Ordinal);
        Assert.Contains("\"error\":\"", lines[3], StringComparison.Ordinal);
        Assert.Contains("6 inputs", run.Output, StringComparison.Ordinal);
        Assert.Contains("not read                           2", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_says_what_jsonl_says_and_the_trace_with_its_labels()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", """{"id": "x", "problem": "P", "steps": ["1 + 1 = 3"], "label": 0, "language": "en", "source": "s"}"""
            + "\n");
        var reported = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--format", "jsonl");
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var line = folder.Read(Folder + "traces.jsonl");
        Assert.Contains(reported.Output.Trim()[1..^1], line, StringComparison.Ordinal);
        Assert.Contains("\"record\":{\"problem\":\"P\",\"steps\":[\"1 + 1 = 3\"],\"language\":\"en\",\"source\":\"s\",\"label\":0}", line,
            StringComparison.Ordinal);
        Assert.Contains("\"states\":[\"flagged\"]", line, StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(17), InlineData(40)]
    public async Task What_was_cut_off_is_done_again_and_nothing_else(int kept)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", Records(40));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var whole = folder.Read(Folder + "traces.jsonl");
        // As a process leaves it that was killed: some lines, half of one.
        var lines = whole.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var left = string.Concat(lines.Take(kept).Select(line => line + "\n"));
        File.Delete(folder.At(Folder + "traces.jsonl"));
        File.Delete(folder.At(Folder + "summary.json"));
        folder.Write(Folder + "traces.jsonl.partial", left + (kept < lines.Length ? lines[kept][..20] : string.Empty));
        var again = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        Assert.Equal(whole, folder.Read(Folder + "traces.jsonl"));
        Assert.Equal(kept > 1, again.Error.Contains($"Going on with the run r at input {kept}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parts_put_together_are_what_one_process_writes()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", Records(41));
        folder.Write("b.md", "Solution:\n\n1 + 1 = 3\n");
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "b.md", "--run", "one");
        foreach (var part in (string[])["2/3", "0/3"])
            Assert.Equal(0, (await TestProgram.RunAsync(folder, "review", "a.jsonl", "b.md", "--run", "r", "--shard", part)).ExitCode);
        var early = await TestProgram.RunAsync(folder, "run", "merge", "r");
        Assert.Equal(2, early.ExitCode);
        Assert.Contains("part 1 of 3 is missing", early.Error, StringComparison.Ordinal);
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "b.md", "--run", "r", "--shard", "1/3");
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "run", "merge", "r")).ExitCode);
        foreach (var file in (string[])["traces.jsonl", "summary.json", "index.parquet", "run.json"])
            Assert.Equal(File.ReadAllBytes(folder.At($".reasoning/runs/one/{file}")), File.ReadAllBytes(folder.At(Folder + file)));
    }

    [Fact]
    public async Task A_run_goes_on_only_with_what_it_was_begun_with()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", Records(3));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var other = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r", "--rules", "RR101");
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("it was begun with --rules = nothing, not RR101", other.Error, StringComparison.Ordinal);
        folder.Write("a.jsonl", Records(4));
        var changed = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        Assert.Contains("a.jsonl has changed since it was begun", changed.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "run", "remove", "r")).ExitCode);
        Assert.Equal(1, (await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r")).ExitCode);
    }

    [Fact]
    public async Task Two_processes_do_not_write_one_part()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", Records(3));
        using var other = RunPart.Open(RunFolder.In(folder.Path, "r"), Shard.Whole, TimeProvider.System);
        var run = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("another process", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_complete_is_told_again_without_work()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", Records(3));
        var first = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var written = File.GetLastWriteTimeUtc(folder.At(Folder + "traces.jsonl"));
        var again = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        Assert.Equal((first.ExitCode, first.Output), (again.ExitCode, again.Output));
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.At(Folder + "traces.jsonl")));
    }

    [Fact]
    public async Task Packed_records_tables_and_standard_input_give_the_same_findings()
    {
        using var folder = new TestFolder();
        var records = Records(30);
        folder.Write("a.jsonl", records);
        using (var packed = new GZipStream(File.Create(folder.At("a.jsonl.gz")), CompressionLevel.Fastest))
            packed.Write(Encoding.UTF8.GetBytes(records));
        await WriteTableAsync(folder.At("a.parquet"), 30);
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "plain");
        await TestProgram.RunAsync(folder, "review", "a.jsonl.gz", "--run", "packed");
        await TestProgram.RunAsync(folder, "review", "a.parquet", "--run", "table");
        await TestProgram.RunAsync(folder, records, ["review", "-", "--run", "piped"]);
        var plain = Findings(folder, "plain");
        Assert.Equal(30, plain.Length);
        Assert.Contains(plain, finding => finding.Contains("RR101", StringComparison.Ordinal));
        Assert.Equal(plain, Findings(folder, "packed"));
        Assert.Equal(plain, Findings(folder, "table"));
        Assert.Equal(plain, Findings(folder, "piped"));
    }

    [Fact]
    public async Task A_packed_file_that_is_cut_off_or_none_is_told_of()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl.gz", "no gzip");
        folder.Write("b.parquet", "PAR1 no table");
        var run = await TestProgram.RunAsync(folder, "review", "a.jsonl.gz", "b.parquet", "--run", "r");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("a.jsonl.gz", run.Error, StringComparison.Ordinal);
        Assert.Contains("b.parquet", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(folder.At(Folder + "traces.jsonl")).Length);
    }

    [Fact]
    public async Task What_people_decided_and_known_findings_are_kept_in_a_run()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", Records(3));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--baseline", "known.json", "--write-baseline");
        folder.Write("reasoning-review.json", """{ "root": true, "baseline": "known.json" }""");
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "review", "a.jsonl")).ExitCode);
        Assert.Equal(1, (await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r")).ExitCode);
    }

    [Theory]
    [InlineData("review a.jsonl --run ../up", "letters, digits")]
    [InlineData("review a.jsonl --shard 0/2", "add --run")]
    [InlineData("review a.jsonl --run r --shard 2/2", "from 0 on")]
    [InlineData("review a.jsonl --run r --format html", "--format is no part of a run")]
    [InlineData("review a.jsonl --run r --fix=exact", "--fix is no part of a run")]
    [InlineData("run show nobody", "There is no run \"nobody\"")]
    public async Task Misuse_is_told(string arguments, string message)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", Records(1));
        var run = await TestProgram.RunAsync(folder, arguments.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    internal static string Records(int count) => string.Concat(Enumerable.Range(0, count).Select(at =>
        $"{{\"id\": \"t{at}\", \"problem\": \"What is {at} + 1?\", \"steps\": [\"We add.\", \"{at} + 1 = "
            + $"{at + (at % 3 == 0 ? 2 : 1)}\"]}}\n"));

    private static async Task WriteTableAsync(string path, int count)
    {
        var schema = new ParquetSchema(new DataField<string>("id"), new DataField<string>("problem"),
            new ListField("steps", new DataField<string>("element")));
        var rows = Enumerable.Range(0, count).Select(at => (IDictionary<string, object?>)new Dictionary<string, object?>
        {
            ["id"] = $"t{at}",
            ["problem"] = $"What is {at} + 1?",
            ["steps"] = new List<ReadOnlyMemory<char>?> { "We add.".AsMemory(), $"{at} + 1 = {at + (at % 3 == 0 ? 2 : 1)}".AsMemory() },
        }).ToList();
        await using var file = File.Create(path);
        await ParquetSerializer.SerializeUntypedAsync(rows, schema, file, new ParquetOptions { RowGroupSize = 7 },
            cancellationToken: TestContext.Current.CancellationToken);
    }

    // Without places, which differ with the file.
    private static string[] Findings(TestFolder folder, string run) =>
    [
        .. File.ReadAllLines(folder.At($".reasoning/runs/{run}/traces.jsonl")).Select(line =>
        {
            using var json = System.Text.Json.JsonDocument.Parse(line);
            var findings = json.RootElement.GetProperty("findings").EnumerateArray()
                .Select(finding => $"{finding.GetProperty("rule")} {finding.GetProperty("step")} {finding.GetProperty("message")}");
            return $"{json.RootElement.GetProperty("id")} {json.RootElement.GetProperty("hash")} {string.Join("; ", findings)}";
        }),
    ];

    private static int UnitOf(string line)
    {
        using var json = System.Text.Json.JsonDocument.Parse(line);
        return json.RootElement.GetProperty("unit").GetInt32();
    }
}
