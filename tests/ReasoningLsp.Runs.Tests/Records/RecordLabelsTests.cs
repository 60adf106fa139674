using System.Text;
using ReasoningLsp.Runs.Desks;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Measuring;
using ReasoningLsp.Runs.Records;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Records;

/// <summary>What a record says of its trace, read and kept.</summary>
public sealed class RecordLabelsTests
{
    [Fact]
    public void Labels_of_data_sets_are_read()
    {
        var labels = RecordLabels.Read("""
            {"label": 2, "step_labels": [1, 0, -1], "final_answer_correct": false, "generator": "m", "language": "de", "license": "MIT",
             "meta": {"kind": "unit"}}
            """);
        Assert.Equal(2, labels.FirstWrongStep);
        Assert.Equal([1, 0, -1], labels.Steps);
        Assert.False(labels.IsAnswerRight);
        Assert.Equal(("m", "de", "MIT", "unit"), (labels.Source, labels.Language, labels.Licence, labels.Kind));
    }

    [Theory]
    [InlineData("""{"prm_scores": [0.5, 1]}""", new[] { 0.5, 1 })]
    [InlineData("""{"scores": ["x"], "step_rewards": [-1, 2.5]}""", new[] { -1, 2.5 })]
    [InlineData("""{"scores": [{"step": 0, "value": 0.25}]}""", new[] { 0.25 })]
    [InlineData("""{"scores": 3}""", new double[0])]
    [InlineData("""{"scores": {"a": 1}, "rewards": [null]}""", new double[0])]
    public void Scores_that_a_record_brings_are_read(string json, double[] scores) =>
        Assert.Equal(scores, RecordLabels.Read(json).Scores);

    [Fact]
    public void Scores_of_a_record_stand_in_its_trace_and_no_review_doubted_them()
    {
        const string Line = """{"unit":0,"file":"a","trace":0,"record":{"problem":"p","steps":["a","b"],"scores":[0.9,0.2]}}""";
        var trace = RunTraceReader.Parse(Line)!;
        Assert.Equal([0.9, 0.2], trace.Scores);
        Assert.Null(MeasuredTrace.Of(trace, LabelSource.Records).Model);
        Assert.Equal((1, 0.2), (DeskRow.Of(0, Encoding.UTF8.GetBytes(Line))!.Entry.LowestScore,
            DeskRow.Of(0, Encoding.UTF8.GetBytes(Line))!.Entry.Signals.Model));
        var own = RunTraceReader.Parse("""
            {"unit":0,"file":"a","trace":0,"scores":[{"step":0,"value":0.5,"profile":"p","calibrated":0.4}],
             "record":{"problem":"p","steps":["a"],"scores":[0.9]}}
            """)!;
        Assert.Equal([0.5], own.Scores);
        Assert.Equal([0.4], own.Calibrated);
        Assert.Equal(-1, MeasuredTrace.Of(own, LabelSource.Records).Model);
    }

    [Theory, InlineData("broken"), InlineData("[1]"), InlineData("{\"label\": \"2\", \"step_labels\": [\"x\"]}"), InlineData("{}")]
    public void What_is_no_label_is_none(string json)
    {
        var labels = RecordLabels.Read(json);
        Assert.Null(labels.FirstWrongStep);
        Assert.Empty(labels.Steps);
    }

    [Fact]
    public void A_line_that_is_none_of_a_run_is_no_trace()
    {
        Assert.Null(RunTraceReader.Parse("{\"file\": 1}"));
        Assert.Null(RunTraceReader.Parse("nothing"));
        var trace = RunTraceReader.Parse("""{"unit":3,"file":"a.md","trace":null,"steps":0,"error":"gone"}""")!;
        Assert.Equal((3, "a.md", "gone"), (trace.Unit, trace.Name, trace.Error));
    }
}
