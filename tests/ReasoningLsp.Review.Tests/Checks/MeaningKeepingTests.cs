using System.Text.Json.Nodes;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces.Files;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checks;

/// <summary>
/// Solutions written in another way that says the same: where nothing was found nothing is found, and what was found in a wrong
/// one is found in the same step or not at all.
/// </summary>
public sealed class MeaningKeepingTests
{
    private static readonly Reviewer s_reviewer = new(ReviewOptions.Default);

    public static TheoryData<string, string> Rewritings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var slice in (string[])["gsm8k/test.jsonl", "math/test.jsonl", "processbench/gsm8k.jsonl", "processbench/math.jsonl",
                "gaokao_zh/math1_open.jsonl", "mgsm/exemplars.jsonl"])
            {
                foreach (var name in Ways.Keys)
                    data.Add(slice, name);
            }

            return data;
        }
    }

    private static Dictionary<string, Func<string, string>> Ways { get; } = new()
    {
        ["a sentence after it"] = step => step + " We note this and go on to what is left to do.",
        ["a sentence after it in Chinese"] = step => step + "\n\n下面我们继续往下做。",
        ["a sentence before it"] = step => "Now comes the next part of the work. " + step,
        ["a label before it"] = step => "**Step.** " + step,
        ["a sign before it"] = step => "✅ " + step,
        ["a quotation mark of Markdown before each line"] = step => "> " + step.Replace("\n", "\n> ", StringComparison.Ordinal),
        ["blanks at its end"] = step => step + "  \n\n",
        ["a rule after it"] = step => step + "\n\n---\n",
    };

    [Theory, MemberData(nameof(Rewritings))]
    public void What_says_the_same_draws_no_other_finding(string slice, string way)
    {
        var rewrite = Ways[way];
        foreach (var line in File.ReadLines(Slices.Path(slice)).Take(LongRun.Size(12, int.MaxValue)))
        {
            var record = JsonNode.Parse(line)!.AsObject();
            var before = Found(line);
            record["steps"] = new JsonArray(
                [.. record["steps"]!.AsArray().Select(step => JsonValue.Create(rewrite(step!.GetValue<string>())))]);
            var after = Found(record.ToJsonString());
            Assert.True(after.IsSubsetOf(before), $"{record["id"]}: {string.Join("; ", after.Except(before))}");
        }
    }

    private static HashSet<(int? Step, string Rule, string Message)> Found(string line) =>
        [.. JsonLinesTraceReader.ReadRecord(new JsonLine(line, 0, 0, 0, null)).Traces
            .SelectMany(trace => s_reviewer.Review(trace, TestContext.Current.CancellationToken).Findings)
            .Where(finding => finding.Rule.Refutes)
            .Select(finding => (finding.Step, finding.Rule.Id, finding.Message))];
}
