using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checks;

/// <summary>What is found in single steps, and what is left alone; the cases are in finding-cases.txt and context-cases.txt.</summary>
public sealed class FindingCasesTests
{
    private const string ProblemMark = "problem: ";

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var block in ((string[])["finding-cases.txt", "context-cases.txt"]).SelectMany(Blocks))
            {
                var lines = block.TrimEnd().Split('\n');
                var problem = lines[1].StartsWith(ProblemMark, StringComparison.Ordinal) ? lines[1][ProblemMark.Length..] : "Solve it.";
                cases.Add(lines[0].Trim(), problem,
                    string.Join('\n', lines.Skip(1).Where(line => !line.StartsWith(ProblemMark, StringComparison.Ordinal))));
            }

            return cases;
        }
    }

    private static IEnumerable<string> Blocks(string file) =>
        File.ReadAllText(Repository.Path("tests/ReasoningLsp.Review.Tests/Checks/" + file)).ReplaceLineEndings("\n").Split("\n== ").Skip(1);

    [Theory, MemberData(nameof(Cases))]
    public void A_step_is_flagged_as_expected(string expected, string problem, string step)
    {
        var trace = Assert.Single(
            TraceReader.Read($"# Problem\n\n{problem}\n\n# Solution\n\n**Step 1:** {step}\n", TraceFormat.Markdown).Traces);
        var found = new Reviewer(ReviewOptions.Default).Review(trace, TestContext.Current.CancellationToken).Findings
            .Select(finding => finding.Rule.Id)
            .Where(rule => rule.StartsWith("RR1", StringComparison.Ordinal) || rule.StartsWith("RR3", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(", ", found.DefaultIfEmpty("silent")));
    }
}
