using System.Text;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Desks;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Routing;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Desks;

/// <summary>The list of a desk: every line once, whatever its length; the order of the queue; nothing moves by itself.</summary>
public sealed class DeskTests
{
    [Fact]
    public void Every_line_becomes_a_row_that_leads_back_to_it()
    {
        using var folder = new TestFolder();
        // Longer than what is read at once, and half a line at the end.
        var path = folder.Write("l.jsonl",
            string.Concat(Enumerable.Range(0, 700).Select(at => Line(at, at == 300 ? 3 << 20 : 10))) + "{\"unit\":");
        using var lines = new DeskLines(path);
        var rows = lines.Rows(TestContext.Current.CancellationToken).SelectMany(batch => batch).ToList();
        Assert.Equal(Enumerable.Range(0, 700).Select(at => $"t{at}"), rows.Select(row => row.Entry.Name));
        Assert.StartsWith("{\"unit\":300,", Encoding.UTF8.GetString(lines.Line(rows[300])), StringComparison.Ordinal);
        Assert.EndsWith("}", Encoding.UTF8.GetString(lines.Line(rows[699])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "states":["checked"],"record":{"problem":"p","steps":["a"]} """)]
    [InlineData(""" "id":"x","hash":"h","states":["checked","flagged"],"""
        + """ "findings":[{"rule":"RR101","severity":"error","step":1,"message":"m"}],"""
        + """ "record":{"steps":["a","b"]} """)]
    [InlineData(""" "findings":[{"rule":"RR390","severity":"error","step":0,"message":"m"},{"rule":"RR201","severity":"hint","step":null,"""
        + """ "message":"m"}],"record":{"problem":"p","steps":["a"]} """)]
    [InlineData(""" "scores":[{"value":0.9,"profile":"p"},{"value":0.2,"profile":"p"}],"""
        + """ "checklist":[{"pYes":0.3},{"pYes":null}],"passRate":0.5,"""
        + """ "record":{"steps":["a","b"]} """)]
    [InlineData(""" "scores":[{"value":-3,"profile":"p"},{"value":2,"profile":"p"}],"record":{"steps":["a","b"]} """)]
    [InlineData(""" "error":"no","trace":null """)]
    public void A_row_says_what_the_whole_trace_would(string rest)
    {
        var number = rest.Contains("\"trace\"", StringComparison.Ordinal) ? string.Empty : "\"trace\":2,";
        var line = $"{{\"unit\":7,\"file\":\"d/a.md\",{number}{rest}}}";
        var trace = RunTraceReader.Parse(line)!;
        var (row, whole) = (DeskRow.Of(0, Encoding.UTF8.GetBytes(line))!, QueueEntry.Of(trace));
        Assert.Equal(whole with { Findings = [] }, row.Entry with { Findings = [] });
        Assert.Equal(whole.Findings, row.Entry.Findings);
        Assert.Equal((trace.Solution.Trace, trace.Solution.File, trace.Error), (row.Solution.Trace, row.Solution.File, row.Error));
    }

    [Fact]
    public void The_queue_comes_first_what_is_decided_last_and_the_list_stands_until_it_is_asked_for()
    {
        var desk = new Desk();
        var rows = Enumerable.Range(0, 4).Select(at =>
            DeskRow.Of(0, Encoding.UTF8.GetBytes(Line(at, 5, isFlagged: at % 2 == 1)))!).ToList();
        desk.Add(rows);
        desk.List(DeskFilter.All, null, DecisionLog.Empty);
        Assert.Equal([0, 1, 2, 3], desk.View);
        Assert.Empty(desk.Groups);
        var decided = new DecisionLog([new Decision(DecisionKind.Accepted, "RR101", rows[1].Entry.Findings[0].Hash, "", default, null)]);
        desk.Complete(decided);
        Assert.Equal([0, 1, 2, 3], desk.View);
        desk.List(DeskFilter.All, null, decided);
        Assert.Equal((3, 1), (desk.View[0], desk.View[^1]));
        desk.List(DeskFilter.Undecided, null, decided);
        Assert.DoesNotContain(1, desk.View);
        desk.List(DeskFilter.Flagged, null, decided);
        Assert.Equal([3, 1], desk.View);
        var group = Assert.Single(desk.Groups);
        Assert.Equal([1, 3], group.Rows);
        desk.List(DeskFilter.Undecided, group.Key, decided);
        Assert.Equal([3], desk.View);
    }

    private static string Line(int unit, int length, bool isFlagged = false)
    {
        var findings = isFlagged
            ? "\"findings\":[{\"rule\":\"RR101\",\"severity\":\"error\",\"step\":0,"
                + "\"message\":\"m\",\"evidence\":{\"statement\":\"1 + 1 = 3\"}}],"
            : string.Empty;
        var state = isFlagged ? "flagged" : "checked";
        var problem = new string('x', length);
        return $"{{\"unit\":{unit},\"file\":\"a.jsonl\",\"trace\":{unit},\"id\":\"t{unit}\",\"states\":[\"{state}\"],{findings}"
            + $"\"record\":{{\"problem\":\"{problem}\",\"steps\":[\"step {unit}\"]}}}}\n";
    }
}
