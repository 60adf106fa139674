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
