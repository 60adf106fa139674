using CsCheck;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Running;

public sealed class IncrementalReviewTests
{
    private static readonly string[] s_steps =
    [
        "We have $3 + 4 = 7$.",
        "So $7 \\cdot 2 = 15$.",
        "Then \\[ 2x + 3 = 11 \\implies 2x = 14 \\]",
        "Dividing both sides by 2 gives $x = 7$.",
        "The chain \\( y = (x + 1)^2 = x^2 + 2x + 2 \\) follows.",
        "Here $x + y = 10$.",
        "Using $x = 4$ we find $y = 6$.",
        "Recall that $x + y = 12$ and go on from $3x + 2y = 4$.",
        "We have $3x + 2y = 5$.",
        "The answer is 17.",
        "Suppose there are two cases.",
        "Nothing to see.",
        "Let `2 + 2 = 5` be code.",
    ];

    private readonly Reviewer _reviewer = new(ReviewOptions.Default);

    [Fact]
    public void A_review_after_edits_equals_a_fresh_one()
    {
        var step = Gen.Int[0, s_steps.Length - 1].Select(index => s_steps[index]);
        Gen.Select(step.Array[1, 8], Gen.Select(Gen.Int[0, 7], step).Array[1, 6]).Sample(
            (first, edits) =>
            {
                var steps = first.ToArray();
                var review = _reviewer.Review(Read(steps), CancellationToken.None);
                foreach (var (at, text) in edits)
                {
                    steps[at % steps.Length] = text;
                    var trace = Read(steps);
                    review = _reviewer.Update(review, trace, CancellationToken.None);
                    Assert.Equal(Describe(_reviewer.Review(trace, CancellationToken.None)), Describe(review));
                }
            },
            iter: 400);
    }

    [Fact]
    public void An_edit_checks_its_own_step_and_those_that_read_what_it_established()
    {
        string[] steps = ["Here $x + y = 10$.", "We have $3 + 4 = 7$.", "The chain \\( z = (x + y)^2 = x^2 + y^2 \\) follows.",
            "So $7 \\cdot 2 = 14$."];
        var before = _reviewer.Review(Read(steps), CancellationToken.None);

        steps[1] = "We have $3 + 5 = 8$.";
        var unrelated = _reviewer.Update(before, Read(steps), CancellationToken.None);
        Assert.Equal(1, unrelated.Snapshot!.StepsChecked);

        steps[0] = "Here $x - y = 10$.";
        var read = _reviewer.Update(unrelated, Read(steps), CancellationToken.None);
        Assert.Equal(2, read.Snapshot!.StepsChecked);

        Assert.Equal(0, _reviewer.Update(read, Read(steps), CancellationToken.None).Snapshot!.StepsChecked);
    }

    [Fact]
    public void A_solution_that_an_edit_only_moved_is_placed_anew_and_not_checked_again()
    {
        var file = Directory.GetFiles(Repository.Path("tests/data/processbench"), "*.jsonl").Order(StringComparer.Ordinal).First();
        var before = TraceReader.Read(File.ReadAllText(file), TraceFormat.JsonLines);
        var reviews = before.Traces.Select(trace => _reviewer.Review(trace, CancellationToken.None)).ToList();
        var first = before.Traces[0].Problem!.Whole.Start;
        var now = TraceReader.Apply(before, [new TextEdit(new TextSpan(first, 0), "Well, ")]);
        Assert.Contains(reviews.Skip(1), review => !review.Findings.IsEmpty);
        foreach (var (review, trace) in reviews.Zip(now.Traces))
        {
            var updated = _reviewer.Update(review, trace, CancellationToken.None);
            Assert.Equal(Describe(_reviewer.Review(trace, CancellationToken.None)), Describe(updated));
            Assert.Equal(trace.Index > 0, trace.IsMoved(review.Trace));
            if (trace.Index > 0)
                Assert.Equal(0, updated.StepsChecked);
        }
    }

    private static Trace Read(string[] steps) =>
        TraceReader.Read("# Problem\n\nFind it.\n\n# Solution\n\n" + string.Join("\n\n",
        steps.Select((step, i) => $"**Step {i + 1}:** {step}")), TraceFormat.Markdown).Traces[0];

    private static string Describe(TraceReview review) => string.Join(
        '\n',
        review.Findings.Select(finding => $"{finding.Rule.Id} {finding.Severity} {finding.Step} {finding.Span} {finding.Message}")
            .Concat(review.Steps.SelectMany(step => step.Relations.Select(relation => $"{step.State} {relation}"))));
}
