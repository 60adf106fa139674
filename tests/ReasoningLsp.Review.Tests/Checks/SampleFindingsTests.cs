using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Suppressions;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checks;

/// <summary>What is found in the samples, fixes and all, is written down; a change of it is looked at.</summary>
public sealed class SampleFindingsTests
{
    [Fact]
    public void The_findings_of_the_samples_are_the_golden_ones()
    {
        var text = new StringBuilder();
        foreach (var path in Files())
            Describe(path, text);
        Golden.Verify("tests/data/sample-findings.golden.txt", text.ToString());
    }

    [Fact]
    public void Every_sample_that_is_said_to_be_wrong_has_an_error_and_the_right_one_has_none()
    {
        foreach (var path in Files())
        {
            var wrong = Reviews(path)
                .Where(review => review.Findings.Any(
                finding => finding.Rule.Id.StartsWith("RR1", StringComparison.Ordinal) || finding.Rule.Id is "RR301" or "RR302" or "RR303"))
                .Select(review => review.Trace.Index);
            int[] expected = Path.GetFileName(path) switch
            {
                // What is wrong in the second shows when its program is run.
                "garden-path.solution.md" or "tool-use.trace.jsonl" => [],
                "ticket-sales.solution.md" => [1],
                "ten-mistakes.solution.md" => [.. Enumerable.Range(0, 10)],
                "models.trace.jsonl" => [1, 2, 3],
                _ => [0],
            };
            Assert.True(expected.SequenceEqual(wrong), $"{Path.GetFileName(path)}: {string.Join(", ", wrong)}");
        }
    }

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Repository.Path("samples")).Where(path => Path.GetFileName(path).Split('.') is [_, "solution" or "trace", _])
        .Order(StringComparer.Ordinal);

    private static IEnumerable<TraceReview> Reviews(string path)
    {
        var reviewer = new Reviewer(ReviewOptions.Default);
        var document = Read(path);
        var reviews = new FindingFilter(ReviewOptions.Default, DecisionLog.Empty).Apply(document,
            [.. document.Traces.Select(trace => reviewer.Review(trace, TestContext.Current.CancellationToken))]);
        return reviews.Select(review => new Propagation(reviewer.Review).AddTo(review, document, TestContext.Current.CancellationToken));
    }

    private static TraceDocument Read(string path) => TraceReader.Read(File.ReadAllText(path), TraceFormats.FromPath(path)!.Value);

    private static void Describe(string path, StringBuilder text)
    {
        text.Append(Path.GetFileName(path)).Append('\n');
        foreach (var review in Reviews(path))
        {
            var lines = LineIndex.Of(Read(path).Text);
            text.Append(CultureInfo.InvariantCulture,
                $"  trace {review.Trace.Index}: {string.Join(' ', review.Steps.Select(step => step.State))}\n");
            foreach (var finding in review.Findings)
            {
                var position = lines.ToPosition(finding.Span.Start);
                text.Append(CultureInfo.InvariantCulture,
                    $"    {position.Line + 1}:{position.Character + 1} {finding.Severity} {finding.Rule.Id} {finding.Message}\n");
                foreach (var fix in finding.Fixes)
                    text.Append(CultureInfo.InvariantCulture, $"      {fix.Kind}: {fix.Title}\n");
            }
        }
    }
}
