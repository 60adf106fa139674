using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

/// <summary>Whatever the input, the real checks end in order and every report stays well-formed.</summary>
[Trait("Category", "Long")]
public sealed class HostileInputTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        "Step 1: ", "Problem: ", "\n\n", "2 + 2 = 5", "\\[", "\\]", "$", "$$", "```", "<!-- reasoning-disable-file RR101 -->", "<script>",
        "]]>", "::error", "%0A",
        "\u0000", "\u001b[2J", "\ud800", "\u202e", "9^9^9^9", "{\"steps\": [\"", "\"]}", "\\u00e9", "---\nanswer: 4\n---\n", "((((", "\r",
        "<think>", "</think>")
        .Array[0, 25].Select(string.Concat);

    [Fact]
    public async Task Every_format_of_report_survives_every_format_of_input()
    {
        using var folder = new TestFolder();
        await Gen.Select(Text, Gen.OneOf("markdown", "latex", "text", "json", "jsonl"),
            Gen.OneOf("text", "jsonl", "sarif", "github", "html")).SampleAsync(async input =>
        {
            var (text, inputFormat, format) = input;
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            var result = await TestProgram.RunAsync(
                folder, stream, ["review", "-", "--stdin-format", inputFormat, "--format", format], options => new Reviewer(options), null,
                TestContext.Current.CancellationToken);
            Assert.InRange(result.ExitCode, 0, 2);
            Check(format, result.Output);
        }, iter: LongRun.Size(1_000, 100_000), threads: 2);
    }

    private static void Check(string format, string output)
    {
        switch (format)
        {
            case "jsonl":
                Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
                break;
            case "sarif":
                JsonDocument.Parse(output).Dispose();
                break;
            case "html":
                XDocument.Parse(System.Text.RegularExpressions.Regex.Replace(output["<!doctype html>".Length..], "<meta ([^>]*)>",
                    "<meta $1/>"));
                break;
            case "github":
                Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                    line => Assert.Matches("^::(error|warning|notice) file=", line));
                break;
            default:
                Assert.DoesNotContain('\u001b', output);
                break;
        }
    }
}
