using System.Text;
using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class JsonLinesFormatTests
{
    [Fact]
    public async Task A_trace_is_one_line_with_everything_in_it()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", """{"id": "r-1", "problem": "é", "steps": ["Nothing.", "é 2 + 2 = 5", "1 + 1 = 2"], "label": 0}""" + "\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--format", "jsonl");
        Assert.Equal(
            """{"schema":1,"file":"a.jsonl","trace":0,"id":"r-1","steps":3,"checked":1,"error":null,"firstErrorStep":1,"findings":[{"ru"""
                + """le":"RR101","severity":"error","step":1,"message":"2 + 2 = 4, not 5","range":{"start":{"line":0,"character":55}"""
                + ""","end":{"line":0,"character":64}},"evidence":{"left":"2 + 2 = 4","right":"5"},"fixes":[{"title":"Replace 5 by """
                + """4","edits":[{"range":{"start":{"line":0,"character":63},"end":{"line":0,"character":64}},"newText":"4"}]}]}]}"""
                + "\n",
            result.Output);
    }

    [Fact]
    public async Task Every_record_has_its_line_in_the_order_of_the_input_readable_or_not()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl",
            "{\"steps\": [\"2 + 2 = 4\"]}\n\n{\"steps\": [\n{\"problem\": \"no steps\"}\n{\"id\": \"last\", \"steps\": [\"1 + 1 = 3\"]}");
        var result = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--format", "jsonl");
        var records = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([0, 1, 2, 3], records.Select(record => record.GetProperty("trace").GetInt32()));
        Assert.Equal([JsonValueKind.Null, JsonValueKind.String, JsonValueKind.String, JsonValueKind.Null],
            records.Select(record => record.GetProperty("error").ValueKind));
        Assert.Equal(4, records[3].GetProperty("findings")[0].GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a.jsonl:3:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_records_come_out_in_order_whatever_core_they_ran_on()
    {
        using var folder = new TestFolder();
        var input = new StringBuilder();
        for (var index = 0; index < 5000; index++)
            input.Append($"{{\"id\": \"{index}\", \"steps\": [\"1 + 1 = {index % 3}\"]}}\n");
        var result = await TestProgram.RunAsync(folder, input.ToString(), ["review", "-", "--stdin-format", "jsonl", "--format", "jsonl"]);
        Assert.Equal(Enumerable.Range(0, 5000),
            result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("trace").GetInt32()));
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Labels_and_other_answers_of_the_record_change_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", """{"id": "x", "steps": ["1 + 1 = 2"]}""");
        folder.Write("b.jsonl",
            """{"id": "x", "steps": ["1 + 1 = 2"], "label": 0, "step_labels": [-1], "final_answer_correct": false, "steps_annotated": """
                + """1, "meta": {"steps": ["1 + 1 = 3"]}}""");
        var plain = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--format", "jsonl");
        var labelled = await TestProgram.RunAsync(folder, "review", "b.jsonl", "--format", "jsonl");
        Assert.Equal(plain.Output.Replace("a.jsonl", "b.jsonl", StringComparison.Ordinal), labelled.Output);
    }

    [Fact]
    public async Task A_lone_surrogate_does_not_stop_the_report()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", """{"id": "\ud800", "steps": ["\udc00 1 + 1 = 3"]}""");
        var result = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--format", "jsonl");
        Assert.Equal("\ufffd", JsonDocument.Parse(result.Lines[0]).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_report_to_a_file_leaves_standard_output_empty()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md", "--format", "jsonl", "--output", "out.jsonl");
        Assert.Empty(result.Output);
        Assert.Contains("\"RR101\"", folder.Read("out.jsonl"), StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }
}
