using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class SarifFormatTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_finding_is_a_result_with_region_fingerprint_and_fix()
    {
        using var folder = new TestFolder();
        folder.Write("my solutions/a.md", "Problem: Add.\n\nStep 1: é 2 + 2 = 5.\n");
        var run = Run(await TestProgram.RunAsync(folder, "review", "my solutions/a.md", "--format", "sarif"));
        var result = run.GetProperty("results").EnumerateArray().Single();
        Assert.Equal("RR101", result.GetProperty("ruleId").GetString());
        Assert.Equal(RuleCatalog.All.IndexOf(RuleCatalog.Find("RR101")!), result.GetProperty("ruleIndex").GetInt32());
        Assert.Equal("error", result.GetProperty("level").GetString());
        var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("""{"uri":"my%20solutions/a.md","uriBaseId":"%SRCROOT%"}""", Compact(location.GetProperty("artifactLocation")));
        Assert.Equal("""{"startLine":3,"startColumn":11,"endLine":3,"endColumn":20,"snippet":{"text":"2 + 2 = 5"}}""",
            Compact(location.GetProperty("region")));
        Assert.Matches("^RR101/[0-9a-f]{16}/0$", result.GetProperty("partialFingerprints").GetProperty("reasoningReview/v1").GetString());
        var replacement = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal("""{"startLine":3,"startColumn":19,"endLine":3,"endColumn":20}""", Compact(replacement.GetProperty("deletedRegion")));
        Assert.Equal("4", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Without_an_address_no_link_is_written_and_what_is_no_address_is_refused()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Step 1: 2 + 2 = 5.\n");
        foreach (var format in new[] { "sarif", "html" })
        {
            var report = await TestProgram.RunAsync(folder, "review", "a.md", "--format", format);
            Assert.DoesNotContain("/docs/rules/", report.Output, StringComparison.Ordinal);
            var linked = await TestProgram.RunAsync(
                folder, "review", "a.md", "--format", format, "--rule-pages", "https://docs.example/{rule}");
            Assert.Contains("\"https://docs.example/RR101\"", linked.Output, StringComparison.Ordinal);
        }

        var refused = await TestProgram.RunAsync(folder, "review", "a.md", "--rule-pages", "docs/rules");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--rule-pages is an address of http, https or file", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_tells_its_rules_how_it_counts_columns_and_what_it_could_not_read()
    {
        using var folder = new TestFolder();
        var run = Run(await TestProgram.RunAsync(
            folder, "review", "gone.md", "--format", "sarif", "--rule-pages", "https://forge.example/r"));
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule => Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!));
        Assert.All(rules, rule => Assert.Equal(
            $"https://forge.example/r/blob/main/docs/rules/{rule.GetProperty("id").GetString()}.md",
            rule.GetProperty("helpUri").GetString()));
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var invocation = run.GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(2, invocation.GetProperty("exitCode").GetInt32());
        Assert.Contains("There is no such file",
            invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_multitool_finds_no_error_or_warning_by_the_schema_its_own_rules_or_GitHubs()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5 [see](#x) {0}.\n\nStep 2: \\[ x\n");
        folder.Write("b.trace.jsonl", "{\"steps\": [\"1 + 1 = 3\", \"1 + 1 = 3\"]}\nbroken\n");
        await TestProgram.RunAsync(folder, "review", "a.md", "b.trace.jsonl", "gone.md", "--format", "sarif", "--output", "log.sarif",
            "--rule-pages", "https://forge.example/r");
        var complaints = await SarifMultitool.ValidateAsync(folder.At("log.sarif"), folder.At("complaints.sarif"),
            TestContext.Current.CancellationToken);
        Assert.Equal(string.Empty, string.Join("\n", complaints));
    }

    private static JsonElement Run(RunResult result) =>
        JsonDocument.Parse(result.Output).RootElement.GetProperty("runs").EnumerateArray().Single();

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Readable);
}
