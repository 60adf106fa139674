using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Steps;

/// <summary>The steps as a client asks for them.</summary>
public sealed class StepsTests
{
    [Fact]
    public async Task A_solution_of_a_record_is_read_without_its_escapes_and_with_its_mathematics_told_apart()
    {
        const string Record = "{\"problem\": \"Add \\\"two\\\" and $2$.\", \"steps\": [\"So\\n$$2 + 2 = 5$$\"]}\n";
        await using var session = await EditorSession.OpenAsync(Record, file: "a.trace.jsonl");
        var parameters = Editing.Document(session.Uri);
        parameters["trace"] = 0;
        var trace = await session.Client.RequestAsync("reasoning/trace", parameters);
        Assert.Equal(["prose Add \"two\" and ", "inlineMath 2", "prose ."], Parts(trace.GetProperty("problem")));
        var step = Assert.Single(trace.GetProperty("steps").EnumerateArray());
        Assert.Equal(["prose So\n", "displayMath 2 + 2 = 5"], Parts(step.GetProperty("parts")));
        Assert.Equal("flagged", step.GetProperty("state").GetString());
        var finding = Assert.Single(step.GetProperty("findings").EnumerateArray());
        Assert.True(finding.GetProperty("fixable").GetBoolean());
        Assert.NotEmpty(finding.GetProperty("evidence").EnumerateArray());
        parameters["trace"] = 7;
        Assert.Equal(System.Text.Json.JsonValueKind.Null,
            (await session.Client.RequestAsync("reasoning/trace", parameters.DeepClone())).ValueKind);
    }

    private static IEnumerable<string> Parts(System.Text.Json.JsonElement parts) =>
        parts.EnumerateArray().Select(part => $"{part.GetProperty("kind").GetString()} {part.GetProperty("text").GetString()}");

    [Fact]
    public async Task Steps_and_their_states_can_be_asked_for()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var trace = Assert.Single((await session.RequestAsync("reasoning/steps")).GetProperty("traces").EnumerateArray());
        Assert.Equal(["flagged", "checked", "nothingCheckable"],
            trace.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("state").GetString()));
        Assert.Equal(["2 + 2 = 5", "3 + 4 = 7", "The rest follows from step 1."],
            trace.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("text").GetString()));
        Assert.Equal("RR101", trace.GetProperty("steps")[0].GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task Of_many_solutions_in_brief_each_is_asked_for_its_steps(int count, bool areWhole)
    {
        var records = string.Concat(Enumerable.Repeat("{\"problem\": \"Add.\", \"steps\": [\"2 + 2 = 5\", \"3 + 4 = 7\"]}\n", count));
        await using var session = await EditorSession.OpenAsync(records, file: "a.trace.jsonl");
        var parameters = Editing.Document(session.Uri);
        parameters["brief"] = true;
        var traces = (await session.Client.RequestAsync("reasoning/steps", parameters)).GetProperty("traces").EnumerateArray().ToList();
        Assert.Equal(count, traces.Count);
        Assert.All(traces, trace => Assert.Equal(areWhole, trace.TryGetProperty("steps", out _)));
        Assert.Equal("1 wrong · 1 right", traces[^1].GetProperty("summary").GetString());
        parameters = Editing.Document(session.Uri);
        parameters["trace"] = count - 1;
        var last = Assert.Single((await session.Client.RequestAsync("reasoning/steps", parameters)).GetProperty("traces").EnumerateArray());
        Assert.Equal(traces[^1].GetProperty("range").ToString(), last.GetProperty("range").ToString());
        Assert.Equal(2, last.GetProperty("steps").GetArrayLength());
    }
}
