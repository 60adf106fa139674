using System.Text.Json;
using ReasoningLsp.Cli.Commands;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests;

/// <summary>
/// Small inputs that were once read wrongly, by the kind of fault. A kind stands in <see cref="Kinds"/> once all of it is right;
/// <c>REASONING_WILD=doc,json</c> runs other kinds too.
/// </summary>
public sealed class WildCasesTests
{
    /// <summary>The kinds that are right; every one must stay so.</summary>
    private static readonly string[] Right =
    [
        "doc", "equal", "fa-answer", "fa-comma", "fa-context", "fa-letter", "fa-notation", "fa-round", "fa-unit", "fa-word", "json",
        "miss-answer", "miss-lang", "miss-lexer", "miss-logic", "miss-severity", "miss-unit",
    ];

    public static TheoryData<string> Kinds =>
        [.. Right.Concat((Environment.GetEnvironmentVariable("REASONING_WILD") ?? string.Empty).Split(',',
        StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_case_of_the_kind_is_right(string kind)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var line in await File.ReadAllLinesAsync(SharedData.Require("data/wild/cases.jsonl"),
            TestContext.Current.CancellationToken))
        {
            using var document = JsonDocument.Parse(line);
            var wildCase = document.RootElement;
            // Those that may be decided either way are decided as the documentation says.
            if (wildCase.GetProperty("kind").GetString() != kind)
                continue;
            count++;
            if (await FaultAsync(wildCase) is { } fault)
                failures.Add($"{wildCase.GetProperty("id").GetString()} {wildCase.GetProperty("file").GetString()}: {fault}");
        }

        Assert.True(count > 0, $"There is no kind {kind}.");
        Assert.True(failures.Count == 0, $"{failures.Count} of {count}:\n{string.Join('\n', failures)}");
    }

    private static Task<string?> FaultAsync(JsonElement wildCase) =>
        wildCase.TryGetProperty("gold", out _) ? EqualFaultAsync(wildCase) : ReviewFaultAsync(wildCase);

    private static async Task<string?> EqualFaultAsync(JsonElement wildCase)
    {
        using var folder = new TestFolder();
        folder.Write("pairs.jsonl", wildCase.GetRawText() + "\n");
        var (_, output) = await RunAsync(folder, "equal", "pairs.jsonl");
        var expected = $$"""{"equal":{{wildCase.GetProperty("equal").GetRawText()}}}""";
        return output.Trim() == expected ? null : $"expected {expected}, is {output.Trim()}";
    }

    private static async Task<string?> ReviewFaultAsync(JsonElement wildCase)
    {
        using var folder = new TestFolder();
        var file = wildCase.GetProperty("file").GetString()!;
        folder.Write(file, wildCase.GetProperty("text").GetString()!);
        var (exitCode, output) = await RunAsync(folder, "review", file, "--format", "jsonl");
        var traces = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        var steps = traces.Sum(trace => trace.GetProperty("steps").GetInt32());
        if (steps < (wildCase.TryGetProperty("minSteps", out var least) ? least.GetInt32() : 1))
            return $"{steps} steps, exit {exitCode}: {output}";
        var findings = traces.SelectMany(trace => trace.GetProperty("findings").EnumerateArray()).Where(Counts).ToList();
        return (wildCase.GetProperty("want").GetString(), findings.Count) switch
        {
            ("a finding", 0) => "nothing found",
            ("no finding", > 0) => string.Join("; ",
                findings.Select(finding => $"{finding.GetProperty("rule")} {finding.GetProperty("message")}")),
            _ => null,
        };
    }

    private static bool Counts(JsonElement finding) =>
        finding.GetProperty("rule").GetString() is ['R', 'R', '1' or '3' or '6', ..]
        && finding.GetProperty("severity").GetString() is "error" or "warning";

    private static async Task<(int ExitCode, string Output)> RunAsync(TestFolder folder, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var host = new ProgramHost { Output = output, Error = error, Input = Stream.Null, Folder = folder.Path };
        var exitCode = await CommandLineProgram.Create(host).RunAsync(arguments, TestContext.Current.CancellationToken);
        return (exitCode, System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }
}
