using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Relations;

public sealed class NotationTests
{
    private readonly Reviewer _reviewer = new(ReviewOptions.Default);

    [Fact]
    public void Every_true_statement_of_a_decided_notation_is_proven_and_none_draws_a_finding() =>
        Assert.Empty(NotationTable.Cases.Where(entry => entry.IsTrue).Select(Complaint).OfType<string>());

    [Fact]
    public void Every_false_statement_of_a_decided_notation_draws_a_finding_and_none_is_called_true() =>
        Assert.Empty(NotationTable.Cases.Where(entry => !entry.IsTrue).Select(Complaint).OfType<string>());

    [Fact]
    public void Every_notation_has_five_true_and_five_false_statements() =>
        Assert.All(NotationTable.Cases.GroupBy(entry => entry.Notation), notation =>
        {
            Assert.True(notation.Count(entry => entry.IsTrue) >= 5, $"{notation.Key} has too few true statements.");
            Assert.True(notation.Count(entry => !entry.IsTrue) >= 5, $"{notation.Key} has too few false statements.");
        });

    [Fact]
    public void The_page_on_notation_is_up_to_date() =>
        Golden.Verify("docs/notation.md", NotationPage.Write(NotationTable.Cases));

    private string? Complaint(NotationCase entry)
    {
        var record = JsonSerializer.Serialize(new { problem = "Calculate.", language = entry.Language, steps = new[] { entry.Text } });
        var trace = Assert.Single(TraceReader.Read(record, TraceFormat.Json).Traces);
        var review = _reviewer.Review(trace, TestContext.Current.CancellationToken);
        var relations = review.Steps.SelectMany(step => step.Relations).ToList();
        var findings = review.Findings.Where(finding => finding.Rule.Id.StartsWith("RR1", StringComparison.Ordinal)).ToList();
        var asExpected = (entry.IsTrue, entry.Decides) switch
        {
            (true, Decides.Nothing) => findings.Count == 0,
            (true, _) => findings.Count == 0 && relations.Count > 0
                && relations.All(relation => relation.Verdict == RelationVerdict.Proven),
            (false, Decides.Everything) =>
                findings.Count > 0 && findings.All(finding => finding.Span.Length > 0 && trace.Span.Contains(finding.Span)),
            (false, _) => !relations.All(relation => relation.Verdict == RelationVerdict.Proven) || relations.Count == 0,
        };
        return asExpected
            ? null
            : $"{entry.Notation}: {entry.Text} -> "
                + $"{string.Join(", ", relations.Select(relation => $"{relation.Verdict} ({relation.Explanation})"))}; "
                + $"{string.Join(", ", findings.Select(finding => finding.Message))}";
    }
}
