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
    public void A_step_is_right_only_where_nothing_that_calls_it_wrong_is_left_open()
    {
        var trace = Kept.Of(0, "p", ["a", "b"], null, Kept.Error(0), Kept.Error(0, "x = 1", "RR301"));
        Decision On(string rule, DecisionKind kind) => new(kind, rule, trace.HashOf(trace.Findings[0]), "",
            default, null);
        LabelSource After(params Decision[] said) => LabelSource.Decisions(new DecisionLog(said));
        Assert.Equal([null, null], After(On("RR101", DecisionKind.WrongFinding)).Of(trace).Steps);
        var both = After(On("RR101", DecisionKind.WrongFinding), On("RR301", DecisionKind.WrongFinding)).Of(trace);
        Assert.Equal([true, null], both.Steps);
        Assert.Equal(-1, both.FirstWrongStep);
        Assert.Equal([false, null],
            After(On("RR101", DecisionKind.WrongFinding), On("RR301", DecisionKind.Accepted)).Of(trace).Steps);
    }

    [Theory]
    [InlineData("RR002", "warning")]
    [InlineData("RR202", "hint")]
    [InlineData("RR403", "hint")]
    public void What_is_said_of_how_a_step_is_written_is_no_label_of_it(string rule, string severity)
    {
        var trace = Kept.Of(0, "p", ["a"], null, Kept.Error(0, rule: rule) with { Severity = severity });
        foreach (var kind in new[] { DecisionKind.Accepted, DecisionKind.WrongFinding })
        {
            var truth = LabelSource.Decisions(new DecisionLog([new(kind, rule, trace.HashOf(trace.Findings[0]), "", default, null)]))
                .Of(trace);
            Assert.Null(truth.FirstWrongStep);
            Assert.Equal([null], truth.Steps);
        }
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

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{\"id\":7,\"label\":1}")]
    [InlineData("{\"id\":\"x\",\"label\":-2}")]
    [InlineData("{\"id\":\"x\",\"label\":\"1\",\"step_labels\":[1]}")]
    [InlineData("{\"id\":\"x\",\"label\":0,\"step_labels\":[1,\"good\"]}")]
    public void A_line_that_is_no_label_is_named(string line)
    {
        using var folder = new TestFolder();
        var path = folder.Write("l.jsonl", "{\"id\":\"t0\",\"label\":1}\n\n" + line);
        Assert.StartsWith("line 3 is no label", Assert.Throws<FormatException>(() => LabelSource.File(path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_say_two_things_or_nothing_of_the_run_are_told()
    {
        using var folder = new TestFolder();
        var path = folder.Write("l.jsonl", """
            {"id":"t0","label":0}
            {"id":"t0","label":1}
            """);
        Assert.Equal("lines 1 and 2 say different things of \"t0\": keep one.",
            Assert.Throws<FormatException>(() => LabelSource.File(path)).Message);
        folder.Write("l.jsonl", """
            {"id":"t0","label":0}
            {"id":"t0","label":0}
            {"id":"gone","label":0}
            {"id":"t1","label":2}
            {"id":"t2","step_labels":[1]}
            """);
        var source = LabelSource.File(path);
        for (var unit = 0; unit < 3; unit++)
            Assert.Equal(unit == 0 ? 0 : null, source.Of(Kept.Of(unit, "p", ["a", "b"])).FirstWrongStep);
        Assert.Equal(["line 3: the run has no trace \"gone\"", "line 4: \"t1\" has another number of steps in the run",
            "line 5: \"t2\" has another number of steps in the run"], source.Left);
    }
}
