using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Routing;
using ReasoningLsp.Runs.Tests.Support;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Routing;

/// <summary>A person looks first where a look tells most.</summary>
public sealed class QueueTests
{
    [Fact]
    public void Where_sources_disagree_comes_before_where_they_agree()
    {
        var disagree = Kept.Of(0, "p", ["a"], null, Kept.Error(0)).WithScores(0.98);
        var agree = Kept.Of(1, "p", ["a"], null, Kept.Error(0)).WithScores(0.03);
        var clean = Kept.Of(2, "p", ["a"]).WithScores(0.99);
        var queue = Queue.Of([clean, agree, disagree], DecisionLog.Empty, 3);
        Assert.Equal(["t0", "t1", "t2"], queue.Select(item => item.Name));
        Assert.StartsWith("sources disagree", queue[0].Why, StringComparison.Ordinal);
        Assert.Equal(0, queue[0].Step);
    }

    [Fact]
    public void One_of_each_mistake_comes_before_another_of_the_same()
    {
        var traces = Enumerable.Range(0, 10).Select(at => Kept.Of(at, "p", ["a"], null, Kept.Error(0, $"{at} + 1 = 9")))
            .Append(Kept.Of(10, "p", ["a"], null, Kept.Error(0, "2 x = 3 y"))).ToList();
        var queue = Queue.Of(traces, DecisionLog.Empty, 2);
        Assert.Equal(["t0", "t10"], queue.Select(item => item.Name).Order(StringComparer.Ordinal));
        Assert.NotEqual(queue[0].Group, queue[1].Group);
    }

    [Fact]
    public void What_is_decided_needs_no_look()
    {
        var trace = Kept.Of(0, "p", ["a"], null, Kept.Error(0));
        var log = new DecisionLog([new Decision(DecisionKind.Accepted, "RR101", trace.HashOf(trace.Findings[0]), "", default, null)]);
        Assert.Single(Queue.Of([trace], DecisionLog.Empty, 5));
        Assert.Empty(Queue.Of([trace], log, 5));
    }

    [Fact]
    public void The_budget_holds_and_nothing_comes_twice()
    {
        var traces = Enumerable.Range(0, 500).Select(at => Kept.Of(at, "p", ["a"], null, at % 3 == 0 ? [Kept.Error(0)] : [])
            .WithScores(at % 7 / 7.0)).ToList();
        var queue = Queue.Of(traces, DecisionLog.Empty, 50);
        Assert.Equal(50, queue.Select(item => item.Unit).Distinct().Count());
        Assert.Equal(queue, Queue.Of(traces, DecisionLog.Empty, 50));
    }

    [Theory, InlineData(1), InlineData(7), InlineData(50), InlineData(20_000)]
    public void A_queue_of_what_is_read_once_is_the_queue_of_all(int budget)
    {
        var random = new Random(budget);
        List<QueueEntry> entries = [.. Enumerable.Range(0, 15_000).Select(at => QueueEntry.Of(Kept.Of(at, "p", ["a", "b"], null,
            random.Next(3) == 0 ? [Kept.Error(0, $"{new string('x', random.Next(1, 40))} = {at}")] : [])
            .WithScores(random.Next(99) / 98.0, 1)))];
        var flagged = entries.Count(entry => !entry.Findings.IsEmpty);
        Assert.Equal(Queue.Of(entries, DecisionLog.Empty, budget),
            Queue.Of(entries.Select(entry => entry), flagged, entries.Count, DecisionLog.Empty, budget));
    }

    [Fact]
    public void The_same_form_with_other_numbers_is_the_same_mistake()
    {
        var groups = SharedMistake.Of(new[]
        {
            Kept.Of(0, "p", ["a"], null, Kept.Error(0, "1/2 + 1/3 = 2/5")), Kept.Of(1, "p", ["a"], null, Kept.Error(0, "1/4 + 1/5 = 2/9")),
            Kept.Of(2, "p", ["a"], null, Kept.Error(0, "3 apples + 4 = 8")),
            Kept.Of(3, "p", ["a"], null, new Runs.Records.RunFinding("RR101", "error", 0, "m", 1) { Mistake = "adds denominators" }),
            Kept.Of(4, "p", ["a"], null, new Runs.Records.RunFinding("RR203", "hint", 0, "m", 1)),
        }.Select(QueueEntry.Of));
        Assert.Equal([2, 1, 1], groups.Select(group => group.Traces));
        Assert.Contains(groups, group => group.Key == "RR101 adds denominators");
    }

    [Fact]
    public void Sources_that_agree_do_not_disagree()
    {
        Assert.Equal(0, new Suspicion([("a", 0.3), ("b", 0.3)]).Disagreement, 1e-12);
        Assert.Equal(1, new Suspicion([("a", 0), ("b", 1)]).Disagreement, 1e-12);
        Assert.Equal(1, new Suspicion([("a", 0.5)]).Uncertainty, 1e-12);
    }
}
