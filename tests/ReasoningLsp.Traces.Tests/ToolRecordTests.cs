using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

/// <summary>Records as tools around models write them.</summary>
public sealed class ToolRecordTests
{
    public static TheoryData<string> Records =>
        [.. File.ReadLines(Repository.Path("tests/ReasoningLsp.Traces.Tests/tool-records.jsonl"))];

    [Theory, MemberData(nameof(Records))]
    public void A_record_of_a_tool_is_read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var record = json.RootElement.GetProperty("record").GetRawText();
        var traces = Read(record);
        if (Text("ids") is { } ids)
            Assert.Equal(ids, string.Join(' ', traces.Select(trace => trace.Id)));
        else
            Assert.Equal((Text("answer"), Text("reference")),
                (Assert.Single(traces).FinalAnswer?.Text, traces[0].Settings.Answer));
        Assert.All(traces, trace => Assert.Empty(trace.Errors));
        Assert.All(traces, trace => Assert.Equal("How many?", trace.Problem?.Text));
        var steps = traces.SelectMany(trace => trace.Steps).ToList();
        Assert.Equal(["17 * 23 = 391", "So 391"], steps.Select(step => step.Text.Text.TrimEnd('.')));
        // What is reviewed stands where it is said to stand.
        Assert.All(steps, step => Assert.Contains("391", record[step.Span.Start..step.Span.End], StringComparison.Ordinal));

        string? Text(string key) => json.RootElement.TryGetProperty(key, out var value) ? value.GetString() : null;
    }

    [Fact]
    public void The_turns_of_a_choice_are_one_solution() =>
        Assert.Equal(["17 * 23 = 391.", "So 391."], Assert.Single(Read(
            """{"question_id": 1, "choices": [{"index": 0, "turns": ["17 * 23 = 391.", "So 391."]}]}""")).Steps
            .Select(step => step.Text.Text));

    [Fact]
    public void A_line_that_is_a_text_is_a_solution()
    {
        var traces = Read("\"17 * 23 = 391.\\n\\nSo 391.\"\n\"So 391.\"\n7\n\" \"\n");
        Assert.Equal([2, 1, 0, 0], traces.Select(trace => trace.Steps.Length));
        Assert.Equal([0, 0, 1, 1], traces.Select(trace => trace.Errors.Length));
    }

    [Theory]
    [InlineData("""{"messages": [{"role": "User", "content": "a"}, {"role": "GPT-4", "content": "b"}]}""",
        "no message is of an \"assistant\" or \"model\": all are of \"User\" or \"GPT-4\"")]
    [InlineData("""{"messages": [{"author": "x", "content": "a"}]}""", "do not say by \"role\" or \"from\" whose they are")]
    [InlineData("""{"messages": []}""", "it holds no message")]
    [InlineData("""{"conversations": [{"from": "human", "value": "a"}]}""", "all are of \"human\"")]
    [InlineData("""{"question": "p", "answer": "408"}""", "its \"answer\" says a result and no way to it")]
    [InlineData("""{"results": {"x": 1}, "version": 3}""", "No solution is found in this record: its keys are \"results\", \"version\".")]
    [InlineData("""{"responses": {}, "suggestions": {}}""", "its keys are \"responses\", \"suggestions\"")]
    [InlineData("{}", "it has no keys")]
    public void A_record_without_a_solution_is_told_what_was_seen_of_it(string record, string said) =>
        Assert.Contains(said, Assert.Single(Assert.Single(Read(record)).Errors).Message, StringComparison.Ordinal);

    private static ImmutableArray<Trace> Read(string record)
    {
        var document = TraceReader.Read(record, TraceFormat.JsonLines);
        Invariants.Check(document);
        return document.Traces;
    }
}
