using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Labels;

/// <summary>What is true of a trace, by whoever said it.</summary>
public sealed class LabelSourceTests
{
    [Fact]
    public void After_the_first_wrong_step_nothing_is_known()
    {
        var truth = LabelSource.Records.Of(Kept.Of(0, "p", ["a", "b", "c"], 1));
        Assert.Equal(1, truth.FirstWrongStep);
        Assert.Equal([true, false, null], truth.Steps);
    }

    [Fact]
    public void Where_every_step_was_judged_all_is_known()
    {
        var truth = LabelSource.Records.Of(Kept.Of(0, "p", ["a", "b", "c"], 1).WithLabels(1, -1, 0));
        Assert.Equal([true, false, null], truth.Steps);
        Assert.Equal([true, true], LabelSource.Records.Of(Kept.Of(0, "p", ["a", "b"], -1)).Steps);
        Assert.Null(LabelSource.Records.Of(Kept.Of(0, "p", ["a", "b"], 5)).FirstWrongStep);
    }

    [Fact]
    public void The_last_decision_on_a_step_counts_and_the_rest_stays_unknown()
    {
        var trace = Kept.Of(0, "p", ["a", "b", "c"], null, Kept.Error(0), Kept.Error(2));
        Decision On(int finding, DecisionKind kind, int hour) => new(kind, "RR101", trace.HashOf(trace.Findings[finding]), "",
            new DateTimeOffset(2026, 1, 1, hour, 0, 0, TimeSpan.Zero), null);
        var source = LabelSource.Decisions(new DecisionLog(
            [On(0, DecisionKind.Accepted, 1), On(0, DecisionKind.WrongFinding, 2), On(1, DecisionKind.Accepted, 1)]));
        Assert.Equal([true, null, false], source.Of(trace).Steps);
        Assert.Equal(2, source.Of(trace).FirstWrongStep);
        var half = LabelSource.Decisions(new DecisionLog([On(0, DecisionKind.WrongFinding, 2)]));
        Assert.Null(half.Of(trace).FirstWrongStep);
        // Whoever asks or takes back has said nothing.
        var open = LabelSource.Decisions(new DecisionLog([
            On(0, DecisionKind.Asked, 1), On(1, DecisionKind.Accepted, 1), On(1, DecisionKind.Accepted, 1).Undo(default, null) with
            {
                When = new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.Zero),
            }]));
        Assert.All(open.Of(trace).Steps, Assert.Null);
    }

    [Fact]
    public void A_file_of_labels_names_traces_by_id_or_hash()
    {
        using var folder = new TestFolder();
        var path = folder.Write("l.jsonl", "{\"id\":\"t0\",\"label\":1}\n{\"hash\":\"h1\",\"label\":-1}\n");
        var source = LabelSource.File(path);
        Assert.Equal(1, source.Of(Kept.Of(0, "p", ["a", "b"])).FirstWrongStep);
        Assert.Equal(-1, source.Of(Kept.Of(1, "p", ["a", "b"])).FirstWrongStep);
        Assert.Null(source.Of(Kept.Of(2, "p", ["a", "b"], 0)).FirstWrongStep);
        folder.Write("l.jsonl", "{\"id\":\"t0\"}\n");
        Assert.Contains("line 1", Assert.Throws<FormatException>(() => LabelSource.File(path)).Message, StringComparison.Ordinal);
    }
}
