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
    public void The_same_statement_is_the_same_mistake_however_it_is_set()
    {
        var groups = SharedMistake.Of(new[]
        {
            Kept.Of(0, "p", ["a"], null, Kept.Error(0, "1/2 + 1/3 = 2/5")),
            Kept.Of(1, "p", ["b"], null, Kept.Error(0, "$1/2+1/3 =\\, 2/5$")),
            Kept.Of(2, "p", ["c"], null, Kept.Error(0, "3 \\cdot 4 = 13")), Kept.Of(3, "p", ["d"], null, Kept.Error(0, "3 × 4 = 13")),
        }.Select(QueueEntry.Of), DecisionLog.Empty);
        Assert.Equal([2, 2], groups.Select(group => group.Traces));
    }

    [Fact]
    public void Another_number_another_word_or_another_reason_is_another_mistake_of_one_kind()
    {
        var entries = new[]
        {
            Kept.Of(0, "p", ["a"], null, Kept.Error(0, "1/2 + 1/3 = 2/5")), Kept.Of(1, "p", ["b"], null, Kept.Error(0, "1/4 + 1/5 = 2/9")),
            Kept.Of(2, "p", ["c"], null, Kept.Error(0, "x = 3")),
            Kept.Of(3, "p", ["d"], null, Kept.Error(0, "x = 3") with { Message = "of 2 x = 8 follows x = 4" }),
            Kept.Of(4, "p", ["e"], null, Kept.Error(0, "1 2 = 3")), Kept.Of(5, "p", ["f"], null, Kept.Error(0, "12 = 3")),
            // The same name and the same message, of unlike texts.
            Kept.Of(6, "p", ["g"], null, new Runs.Records.RunFinding("RR101", "error", 0, "m", 1) { Mistake = "adds denominators" }),
            Kept.Of(7, "p", ["h"], null, new Runs.Records.RunFinding("RR101", "error", 0, "m", 1) { Mistake = "adds denominators" }),
        }.Select(QueueEntry.Of).ToList();
        Assert.Equal(Enumerable.Repeat(1, 8), SharedMistake.Of(entries, DecisionLog.Empty).Select(group => group.Traces));
        Assert.Equal(entries[0].Findings[0].Kind, entries[1].Findings[0].Kind);
        Assert.Equal("RR101 adds denominators", entries[7].Findings[0].Kind);
    }

    [Fact]
    public void Two_mistakes_in_one_step_are_each_the_same_as_others()
    {
        var (one, other) = (Kept.Error(0, "2 + 2 = 5"), Kept.Error(0, "3 + 3 = 7"));
        var groups = SharedMistake.Of(new[]
        {
            Kept.Of(0, "p", ["a"], null, one, other), Kept.Of(1, "p", ["b"], null, other, one), Kept.Of(2, "p", ["c"], null, one),
        }.Select(QueueEntry.Of), DecisionLog.Empty);
        Assert.Equal([(3, 3), (2, 2)], groups.Select(group => (group.Traces, group.State.Findings)));
    }

    [Fact]
    public void A_word_on_a_whole_solution_is_none_on_another_of_the_same_problem()
    {
        var whole = new Runs.Records.RunFinding("RR390", "error", null, "m", 1);
        var (one, other) = (Kept.Of(0, "p", ["a"], null, whole), Kept.Of(1, "p", ["b"], null, whole));
        Assert.NotEqual(one.HashOf(whole), other.HashOf(whole));
        Assert.Equal(2, SharedMistake.Of([QueueEntry.Of(one), QueueEntry.Of(other)], DecisionLog.Empty).Length);
        var log = new DecisionLog([new Decision(DecisionKind.WrongFinding, "RR390", one.HashOf(whole), "", default, null)]);
        Assert.Empty(one.Without(log).Findings);
        Assert.Single(other.Without(log).Findings);
    }

    [Fact]
    public void A_mistake_says_what_was_decided()
    {
        QueueEntry[] entries =
            [.. new[] { "a", "b", "c" }.Select((step, at) => QueueEntry.Of(Kept.Of(at, "p", [step], null, Kept.Error(0))))];
        string After(params DecisionKind[] said) => Assert.Single(SharedMistake.Of(entries, new DecisionLog([.. said.Select((kind, at) =>
            new Decision(kind, "RR101", entries[at].Findings[0].Hash, "", default, null))]))).State.ToString();
        var (yes, no) = (DecisionKind.Accepted, DecisionKind.WrongFinding);
        Assert.Equal(["open", "1 accepted, 2 open", "accepted", "dismissed", "1 accepted, 1 dismissed, 1 open"],
            [After(), After(yes), After(yes, yes, yes), After(no, no, no), After(yes, no)]);
        Assert.Equal("open", After(DecisionKind.Asked));
    }

    [Fact]
    public void Sources_that_agree_do_not_disagree()
    {
        Assert.Equal(0, new Suspicion([("a", 0.3), ("b", 0.3)]).Disagreement, 1e-12);
        Assert.Equal(1, new Suspicion([("a", 0), ("b", 1)]).Disagreement, 1e-12);
        Assert.Equal(1, new Suspicion([("a", 0.5)]).Uncertainty, 1e-12);
    }
}
