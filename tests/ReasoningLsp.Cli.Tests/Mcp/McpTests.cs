using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Mcp;

/// <summary>The server as agents meet it: a real client, a real process, standard input and output.</summary>
public sealed class McpTests
{
    private const string Solution =
        "Problem: Ann has 3 bags of 4 apples.\n\nStep 1: There are 3 * 4 = 14 apples.\n\nStep 2: So there are 12 apples.\n";

    [Fact]
    public async Task Six_tools_with_schemas_are_offered()
    {
        using var folder = new TestFolder();
        await using var client = await McpSession.OpenAsync(folder);
        var tools = await client.ToolsAsync();
        Assert.Equal(["apply_checklist", "check_step", "refine", "review_file", "review_text", "suggest_correction"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.NotEmpty(tool.Description);
            Assert.True(tool.JsonSchema.GetProperty("properties").EnumerateObject()
                .All(property => property.Value.TryGetProperty("description", out _)), tool.Name);
            Assert.NotNull(tool.ProtocolTool.OutputSchema);
        });
    }

    [Fact]
    public async Task A_text_is_reviewed()
    {
        using var folder = new TestFolder();
        await using var client = await McpSession.OpenAsync(folder);
        var result = await client.CallAsync("review_text", ("text", Solution), ("checklist", "worked-solution"));
        var trace = McpSession.Structured(result).GetProperty("traces")[0];
        Assert.Equal("RR101", trace.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Equal(1, trace.GetProperty("firstErrorStep").GetInt32());
        Assert.Equal("no", trace.GetProperty("checklist")[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Progress_is_told_while_many_are_reviewed()
    {
        using var folder = new TestFolder();
        await using var client = await McpSession.OpenAsync(folder);
        const int many = 5_000;
        // The client forgets what comes after the result, so that only what is told well before it is sure to be seen.
        var seen = new TaskCompletionSource<ProgressNotificationValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = string.Concat(Enumerable.Repeat("{\"steps\":[\"(1+2)*3 = 9.\"]}\n", many));
        var result = await client.CallAsync("review_text",
            new Told(value => seen.TrySetResult(value)), TestContext.Current.CancellationToken,
            ("text", lines), ("format", "jsonl"));
        Assert.NotEqual(true, result.IsError);
        var told = await seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(many, told.Total);
        Assert.InRange(told.Progress, 1, many);
    }

    [Fact]
    public async Task A_file_is_reviewed_and_none_outside_the_folder_is_read()
    {
        using var folder = new TestFolder();
        folder.Write("work/a.solution.md", Solution);
        folder.Write("secret.solution.md", Solution);
        await using var client = await McpSession.OpenAsync(folder.At("work"));
        var result = await client.CallAsync("review_file", ("path", "a.solution.md"));
        Assert.Equal("a.solution.md", McpSession.Structured(result).GetProperty("traces")[0].GetProperty("file").GetString());
        var outside = await client.CallAsync("review_file", ("path", "../secret.solution.md"));
        Assert.True(outside.IsError);
        Assert.Contains("not below", ((TextContentBlock)outside.Content[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_is_checked_against_the_steps_before_it()
    {
        using var folder = new TestFolder();
        await using var client = await McpSession.OpenAsync(folder);
        var result = await client.CallAsync("check_step",
            ("problem", "What is 2 + 2?"), ("earlierSteps", new[] { "2 + 2 = 4." }), ("step", "4 * 3 = 13."));
        Assert.Equal("flagged", McpSession.Structured(result).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Checklist_and_correction_say_who_and_with_what_proof()
    {
        using var folder = new TestFolder();
        await using var client = await McpSession.OpenAsync(folder);
        var checklist = await client.CallAsync("apply_checklist",
            ("text", Solution), ("checklist", new[] { "Does every equality hold?", "Is it polite?" }));
        Assert.Equal(["no", "unsure"],
            McpSession.Structured(checklist).GetProperty("traces")[0].GetProperty("verdicts").EnumerateArray()
            .Select(verdict => verdict.GetProperty("verdict").GetString()));
        var correction = await client.CallAsync("suggest_correction", ("text", Solution), ("step", 1));
        var first = McpSession.Structured(correction).GetProperty("corrections")[0];
        Assert.True(first.GetProperty("verified").GetBoolean());
        Assert.Equal("12", first.GetProperty("edits")[0].GetProperty("newText").GetString());
    }

    [Fact]
    public async Task The_number_of_a_step_that_was_read_is_the_one_to_write()
    {
        const string Two = "Problem: Ann has 3 bags of 4 apples.\n\nStep 1: There are 3 bags.\n\nStep 2: There are 3 * 4 = 14 apples.\n\n"
            + "Step 3: And 2 + 2 = 5 pears.\n";
        using var folder = new TestFolder();
        await using var client = await McpSession.OpenAsync(folder);
        var trace = (await client.AnswerAsync("review_text", ("text", Two))).GetProperty("traces")[0];
        Assert.Equal(2, trace.GetProperty("firstErrorStep").GetInt32());
        var findings = trace.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal([2, 3], findings.Select(finding => finding.GetProperty("step").GetInt32()));
        foreach (var (finding, right) in findings.Zip(["12", "4"]))
        {
            var number = finding.GetProperty("step").GetInt32();
            var first = (await client.AnswerAsync("suggest_correction", ("text", Two), ("step", number),
                ("trace", trace.GetProperty("trace").GetInt32()))).GetProperty("corrections")[0];
            Assert.Equal(right, first.GetProperty("edits")[0].GetProperty("newText").GetString());
            Assert.Equal([number], first.GetProperty("steps").EnumerateArray().Select(step => step.GetInt32()));
        }
    }

    [Theory]
    [InlineData("review_text", "format", "word")]
    [InlineData("suggest_correction", "step", 99)]
    public async Task Misuse_is_an_error_of_the_tool_and_not_the_end(string tool, string name, object value)
    {
        using var folder = new TestFolder();
        await using var client = await McpSession.OpenAsync(folder);
        var result = await client.CallAsync(tool, ("text", Solution), (name, value));
        Assert.True(result.IsError);
        var again = await client.CallAsync("review_text", ("text", Solution));
        Assert.NotEqual(true, again.IsError);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_and_the_server_goes_on()
    {
        using var folder = new TestFolder();
        await using var client = await McpSession.OpenAsync(folder);
        using var cancel = new CancellationTokenSource();
        var lines = string.Concat(Enumerable.Repeat("{\"steps\":[\"(1+2)*3 = 9.\",\"9 * 9 = 81.\"]}\n", 20_000));
        var call = client.CallAsync("review_text", new Told(_ => cancel.Cancel()), cancel.Token,
            ("text", lines), ("format", "jsonl")).AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        var again = await client.CallAsync("review_text", ("text", Solution));
        Assert.NotEqual(true, again.IsError);
    }

    [Fact]
    public async Task What_holds_in_the_folder_holds_for_agents()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", "{ \"rules\": { \"RR101\": \"off\" } }");
        folder.Write("a.solution.md", Solution);
        await using var client = await McpSession.OpenAsync(folder);
        foreach (var (tool, argument) in new[] { ("review_text", ("text", (object?)Solution)), ("review_file", ("path", "a.solution.md")) })
        {
            var result = await client.CallAsync(tool, argument);
            Assert.Empty(McpSession.Structured(result).GetProperty("traces")[0].GetProperty("findings").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_linked_folder_does_not_lead_out_of_the_working_folder()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Links of folders need a privilege on Windows.");
        using var elsewhere = new TestFolder();
        elsewhere.Write("a.solution.md", Solution);
        using var folder = new TestFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "inner"), elsewhere.Path);
        await using var client = await McpSession.OpenAsync(folder);
        var result = await client.CallAsync("review_file", ("path", "inner/a.solution.md"));
        Assert.True(result.IsError);
        Assert.Contains("not below the working directory", result.Content.OfType<TextContentBlock>().First().Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_agent_closes_its_input_the_server_ends_with_success()
    {
        using var folder = new TestFolder();
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "reasoning-lsp.dll"), "mcp"])
            {
                WorkingDirectory = folder.Path,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        process.StandardInput.Close();
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, string.Empty), (process.ExitCode, error));
    }

    [Fact]
    public async Task What_was_asked_before_the_input_closed_is_answered()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("{\"steps\":[\"(1+2)*3 = 9.\",\"9 * 9 = 81.\"]}\n", 2_000)));
        var answers = await SpeakAsync(folder, Call(2, "review_file", "path", "a.jsonl"), Call(3, "review_text", "text", Solution));
        Assert.Equal([1, 2, 3], answers.Select(answer => answer.GetProperty("id").GetInt32()).Order());
        Assert.All(answers, answer => Assert.True(answer.TryGetProperty("result", out _), answer.GetRawText()));
    }

    [Theory]
    [InlineData("garbage", -32700, null)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":9}", -32600, 9)]
    [InlineData("[]", -32600, null)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"name\":\"refine\",\"arguments\":[]}}", -32602, 9)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"arguments\":{}}}", -32602, 9)]
    public async Task A_line_that_is_no_message_is_answered_and_the_next_one_read(string line, int code, int? id)
    {
        using var folder = new TestFolder();
        var answers = await SpeakAsync(folder, line, Call(2, "review_text", "text", Solution));
        var refusal = Assert.Single(answers, answer => answer.TryGetProperty("error", out _));
        Assert.Equal(code, refusal.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(id, refusal.GetProperty("id").ValueKind == JsonValueKind.Null ? null : refusal.GetProperty("id").GetInt32());
        Assert.Contains(answers, answer => answer.TryGetProperty("result", out _) && answer.GetProperty("id").GetInt32() == 2);
    }

    [Fact]
    public async Task No_link_leads_what_holds_in_the_folder_out_of_it()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Links need a privilege on Windows.");
        using var elsewhere = new TestFolder();
        elsewhere.Write("secret.json", "{ \"rules\": { \"RR101\": \"off\" } }");
        elsewhere.Write("secret.md", "- [ ] Is the secret 1234?\n");
        using var folder = new TestFolder();
        File.Delete(folder.At("reasoning-review.json"));
        File.CreateSymbolicLink(folder.At("reasoning-review.json"), elsewhere.At("secret.json"));
        Directory.CreateDirectory(folder.At(".reasoning/checklists"));
        File.CreateSymbolicLink(folder.At(".reasoning/checklists/ours.md"), elsewhere.At("secret.md"));
        var answers = await SpeakAsync(folder, Call(2, "review_text", "text", Solution),
            Call(3, "review_text", "text", Solution, ("checklist", "ours")));
        var review = answers.Single(answer => answer.GetProperty("id").GetInt32() == 2).GetRawText();
        Assert.Contains("leads out of the working folder", review, StringComparison.Ordinal);
        Assert.Contains("RR101", review, StringComparison.Ordinal);
        var asked = answers.Single(answer => answer.GetProperty("id").GetInt32() == 3).GetRawText();
        Assert.DoesNotContain("1234", asked, StringComparison.Ordinal);
        Assert.Contains("leads out of the working folder", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_whose_refutation_is_silenced_is_not_called_checked()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", "{ \"rules\": { \"RR101\": \"off\" } }");
        await using var session = await McpSession.OpenAsync(folder);
        var answer = await session.AnswerAsync("check_step", ("problem", "What is 4 * 3?"), ("earlierSteps", Array.Empty<string>()),
            ("step", "4 * 3 = 13."));
        Assert.Equal("nothing checkable", answer.GetProperty("state").GetString());
        Assert.Equal("silenced", answer.GetProperty("relations")[0].GetProperty("verdict").GetString());
    }

    /// <summary>The answers to lines that are written all at once, after which the input ends.</summary>
    private static async Task<List<JsonElement>> SpeakAsync(TestFolder folder, params string[] lines)
    {
        const string begin = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
            + "\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n"
            + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{begin}\n{string.Join('\n', lines)}\n"));
        var result = await TestProgram.RunAsync(
            folder, input, ["mcp"], options => new Reviewer(options), null, TestContext.Current.CancellationToken);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return [.. result.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string Call(int id, string tool, string argument, string value, params (string Name, string Value)[] more) =>
        JsonSerializer.Serialize(new
        {
            jsonrpc = "2.0",
            id,
            method = "tools/call",
            @params = new
            {
                name = tool,
                arguments = more.Append((Name: argument, Value: value)).ToDictionary(each => each.Name, each => each.Value),
            },
        });
}
