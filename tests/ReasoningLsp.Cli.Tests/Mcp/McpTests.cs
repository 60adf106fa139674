using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
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
        await using var client = await ConnectAsync(folder);
        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
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
        await using var client = await ConnectAsync(folder);
        var result = await client.CallToolAsync("review_text", Arguments(("text", Solution), ("checklist", "worked-solution")),
            cancellationToken: TestContext.Current.CancellationToken);
        var trace = Structured(result).GetProperty("traces")[0];
        Assert.Equal("RR101", trace.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Equal(0, trace.GetProperty("firstErrorStep").GetInt32());
        Assert.Equal("no", trace.GetProperty("checklist")[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Progress_is_told_while_many_are_reviewed()
    {
        using var folder = new TestFolder();
        await using var client = await ConnectAsync(folder);
        const int many = 5_000;
        // The client forgets what comes after the result, so that only what is told well before it is sure to be seen.
        var seen = new TaskCompletionSource<ProgressNotificationValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = string.Concat(Enumerable.Repeat("{\"steps\":[\"(1+2)*3 = 9.\"]}\n", many));
        var result = await client.CallToolAsync("review_text", Arguments(("text", lines), ("format", "jsonl")), new Seen(seen),
            cancellationToken: TestContext.Current.CancellationToken);
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
        await using var client = await ConnectAsync(folder, "work");
        var result = await client.CallToolAsync("review_file", Arguments(("path", "a.solution.md")),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("a.solution.md", Structured(result).GetProperty("traces")[0].GetProperty("file").GetString());
        var outside = await client.CallToolAsync("review_file", Arguments(("path", "../secret.solution.md")),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(outside.IsError);
        Assert.Contains("not below", ((TextContentBlock)outside.Content[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_is_checked_against_the_steps_before_it()
    {
        using var folder = new TestFolder();
        await using var client = await ConnectAsync(folder);
        var result = await client.CallToolAsync("check_step",
            Arguments(("problem", "What is 2 + 2?"), ("earlierSteps", new[] { "2 + 2 = 4." }), ("step", "4 * 3 = 13.")),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("flagged", Structured(result).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Checklist_and_correction_say_who_and_with_what_proof()
    {
        using var folder = new TestFolder();
        await using var client = await ConnectAsync(folder);
        var checklist = await client.CallToolAsync("apply_checklist",
            Arguments(("text", Solution), ("checklist", new[] { "Does every equality hold?", "Is it polite?" })),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["no", "unsure"],
            Structured(checklist).GetProperty("traces")[0].GetProperty("verdicts").EnumerateArray()
            .Select(verdict => verdict.GetProperty("verdict").GetString()));
        var correction = await client.CallToolAsync("suggest_correction", Arguments(("text", Solution), ("step", 0)),
            cancellationToken: TestContext.Current.CancellationToken);
        var first = Structured(correction).GetProperty("corrections")[0];
        Assert.True(first.GetProperty("verified").GetBoolean());
        Assert.Equal("12", first.GetProperty("edits")[0].GetProperty("newText").GetString());
    }

    [Theory]
    [InlineData("review_text", "format", "word")]
    [InlineData("suggest_correction", "step", 99)]
    public async Task Misuse_is_an_error_of_the_tool_and_not_the_end(string tool, string name, object value)
    {
        using var folder = new TestFolder();
        await using var client = await ConnectAsync(folder);
        var result = await client.CallToolAsync(tool, Arguments(("text", Solution), (name, value)),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsError);
        var again = await client.CallToolAsync("review_text", Arguments(("text", Solution)),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEqual(true, again.IsError);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_and_the_server_goes_on()
    {
        using var folder = new TestFolder();
        await using var client = await ConnectAsync(folder);
        using var cancel = new CancellationTokenSource();
        var lines = string.Concat(Enumerable.Repeat("{\"steps\":[\"(1+2)*3 = 9.\",\"9 * 9 = 81.\"]}\n", 20_000));
        var call = client.CallToolAsync("review_text", Arguments(("text", lines), ("format", "jsonl")), new Cancelling(cancel),
            cancellationToken: cancel.Token).AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        var again = await client.CallToolAsync("review_text", Arguments(("text", Solution)),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEqual(true, again.IsError);
    }

    [Fact]
    public async Task What_holds_in_the_folder_holds_for_agents()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", "{ \"rules\": { \"RR101\": \"off\" } }");
        folder.Write("a.solution.md", Solution);
        await using var client = await ConnectAsync(folder);
        foreach (var (tool, argument) in new[] { ("review_text", ("text", (object?)Solution)), ("review_file", ("path", "a.solution.md")) })
        {
            var result = await client.CallToolAsync(tool, Arguments(argument), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(Structured(result).GetProperty("traces")[0].GetProperty("findings").EnumerateArray());
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
        await using var client = await ConnectAsync(folder);
        var result = await client.CallToolAsync("review_file", Arguments(("path", "inner/a.solution.md")),
            cancellationToken: TestContext.Current.CancellationToken);
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

    private static Task<McpClient> ConnectAsync(TestFolder folder, string below = "") => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "reasoning-lsp.dll"), "mcp"],
            WorkingDirectory = Path.Combine(folder.Path, below),
        }),
        cancellationToken: TestContext.Current.CancellationToken);

    private static Dictionary<string, object?> Arguments(params (string Name, object? Value)[] arguments) =>
        arguments.ToDictionary(argument => argument.Name, argument => argument.Value);

    private static JsonElement Structured(CallToolResult result)
    {
        Assert.False(result.IsError is true, result.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text);
        return result.StructuredContent!.Value;
    }

    private sealed class Seen(TaskCompletionSource<ProgressNotificationValue> seen) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => seen.TrySetResult(value);
    }

    private sealed class Cancelling(CancellationTokenSource cancel) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => cancel.Cancel();
    }
}
