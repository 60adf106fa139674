using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checks;

/// <summary>What the page of a rule shows must be what the rule does.</summary>
public sealed class RulePageExamplesTests
{
    // RR0xx speak of comments and of reading, which are no checks of a step; RR112 runs programs, which the command line's tests do;
    // RR4xx are a reward model's; RR5xx speak of a checklist.
    public static TheoryData<string, string> Failing => Examples("Fails");

    public static TheoryData<string, string> Passing => Examples("Passes");

    [Theory, MemberData(nameof(Failing))]
    public void A_failing_example_is_found(string rule, string text) => Assert.Contains(rule, Found(text));

    [Theory, MemberData(nameof(Passing))]
    public void A_passing_example_is_not_found(string rule, string text) => Assert.DoesNotContain(rule, Found(text));

    [Fact]
    public void Every_rule_of_a_check_has_examples_of_both_kinds()
    {
        var rules = RuleCatalog.All.Select(rule => rule.Id).Where(IsOfACheck).ToHashSet();
        Assert.Equal(rules, Failing.Select(row => row.Data.Item1).ToHashSet());
        Assert.Equal(rules, Passing.Select(row => row.Data.Item1).ToHashSet());
    }

    private static IEnumerable<string> Found(string text)
    {
        var reviewer = new Reviewer(ReviewOptions.Default);
        return TraceReader.Read(text, TraceFormat.Markdown).Traces
            .SelectMany(trace => reviewer.Review(trace, TestContext.Current.CancellationToken).Findings)
            .Select(finding => finding.Rule.Id);
    }

    private static TheoryData<string, string> Examples(string section)
    {
        var examples = new TheoryData<string, string>();
        foreach (var page in Directory.GetFiles(Repository.Path("docs/rules"), "RR*.md").Order(StringComparer.Ordinal))
        {
            var rule = Path.GetFileNameWithoutExtension(page);
            if (!IsOfACheck(rule))
                continue;
            foreach (var example in Fenced(File.ReadAllLines(page), section))
                examples.Add(rule, example);
        }

        return examples;
    }

    private static bool IsOfACheck(string rule) => rule[2] is not ('0' or '4' or '5') && rule != RuleCatalog.ProgramOutput.Id;

    private static IEnumerable<string> Fenced(string[] lines, string section)
    {
        var heading = string.Empty;
        List<string>? open = null;
        foreach (var line in lines)
        {
            if (open is not null && line == "```")
            {
                yield return string.Join('\n', open) + "\n";
                open = null;
            }
            else if (open is not null)
            {
                open.Add(line);
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line[3..];
            }
            else if (heading == section && line is "```markdown" or "```text")
            {
                open = [];
            }
        }
    }
}
