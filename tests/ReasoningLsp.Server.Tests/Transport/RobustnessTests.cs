using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Transport;

/// <summary>What no well-behaved client sends.</summary>
public sealed class RobustnessTests
{
    [Theory]
    [InlineData("{\"jsonrpc\": nonsense", -32700)]
    [InlineData("", -32600)]
    [InlineData("\u0001\u0002", -32700)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}]", -32600)]
    [InlineData("{}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\"}", -32600)]
    public async Task What_is_no_message_is_refused_and_the_session_goes_on(string body, int code)
    {
        using var folder = new TestFolder();
        await using var server = new InProcessServer();
        await server.Client.InitializeAsync();
        await server.Client.SendRawAsync(Encoding.UTF8.GetBytes(body));
        await AssertServesAsync(server.Client, folder);
        Assert.True(server.Client.Refusals.TryDequeue(out var refusal));
        Assert.Equal(code, refusal.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("textDocument/hover", "{\"textDocument\": 3}", -32602)]
    [InlineData("textDocument/hover", "{}", -32602)]
    [InlineData("textDocument/hover", "[1, 2]", -32602)]
    [InlineData("textDocument/hover", "{\"textDocument\": {\"uri\": \"file:///a.md\"}, \"position\": {\"line\": 1e99, \"character\": 0}}",
        -32602)]
    [InlineData("textDocument/hover",
        "{\"textDocument\": {\"uri\": \"file:///unknown.md\"}, \"position\": {\"line\": 0, \"character\": 0}}", -32602)]
    [InlineData("textDocument/diagnostic", "{\"textDocument\": {\"uri\": null}}", -32602)]
    [InlineData("textDocument/unknown", "{}", -32601)]
    [InlineData("workspace/executeCommand", "{\"command\": \"rm\"}", -32602)]
    [InlineData("workspace/executeCommand", "{\"command\": \"reasoning.applyAction\", \"arguments\": [3]}", -32602)]
    [InlineData("workspace/executeCommand", "{\"command\": \"reasoning.markWrong\"}", -32602)]
    public async Task A_request_that_means_nothing_gets_its_error(string method, string parameters, int code)
    {
        using var folder = new TestFolder();
        await using var server = new InProcessServer();
        await server.Client.InitializeAsync();
        var failure = await Assert.ThrowsAsync<ServerFailure>(() => server.Client.RequestAsync(method, JsonNode.Parse(parameters)));
        Assert.Equal(code, failure.Code);
        await AssertServesAsync(server.Client, folder);
    }

    [Theory]
    [InlineData("textDocument/didOpen", "{\"textDocument\": {\"uri\": \"file:///a.md\"}}")]
    [InlineData("textDocument/didOpen",
        "{\"textDocument\": {\"uri\": \"not an address\", \"languageId\": \"markdown\", \"version\": 1, \"text\": \"x\"}}")]
    [InlineData("textDocument/didChange", "{\"textDocument\": {\"uri\": \"file:///unknown.md\", \"version\": 1}, \"contentChanges\": []}")]
    [InlineData("textDocument/didClose", "{\"textDocument\": {\"uri\": \"file:///unknown.md\"}}")]
    [InlineData("workspace/didChangeWatchedFiles", "{\"changes\": [{\"uri\": \"%%%\", \"type\": 9}]}")]
    [InlineData("workspace/didChangeConfiguration", "{\"settings\": null}")]
    [InlineData("workspace/didChangeConfiguration",
        "{\"settings\": {\"reasoningReview\": {\"holdBack\": \"perhaps\", \"inlayHints\": 7}}}")]
    [InlineData("window/workDoneProgress/cancel", "{\"token\": \"unknown\"}")]
    [InlineData("$/reasoning/caret",
        "{\"textDocument\": {\"uri\": \"file:///unknown.md\"}, \"position\": {\"line\": -1, \"character\": -1}}")]
    [InlineData("$/unknown", "{}")]
    public async Task A_notification_that_means_nothing_changes_nothing(string method, string parameters)
    {
        using var folder = new TestFolder();
        await using var server = new InProcessServer();
        await server.Client.InitializeAsync();
        await server.Client.NotifyAsync(method, JsonNode.Parse(parameters));
        await AssertServesAsync(server.Client, folder);
    }

    [Fact]
    public async Task Positions_outside_the_text_count_as_the_nearest_inside()
    {
        using var folder = new TestFolder();
        await using var server = new InProcessServer();
        await server.Client.InitializeAsync();
        var uri = folder.Uri("a.solution.md");
        await server.Client.OpenAsync(uri, "Step 1: 2 + 2 = 5");
        Assert.Equal(JsonValueKind.Object, (await server.Client.RequestAsync("textDocument/hover", Editing.At(uri, -1, -1))).ValueKind);
        Assert.Equal(JsonValueKind.Object, (await server.Client.RequestAsync("textDocument/hover", Editing.At(uri, 0, 9999))).ValueKind);
        // Ends in the wrong order, and far outside.
        await server.Client.ChangeAsync(uri, 2, Editing.Change(9, 9, 0, 16, "4"));
        Assert.DoesNotContain("RR101", (await server.Client.PushedAsync(uri, 2)).Codes());
    }

    [Fact]
    public async Task Lone_surrogates_and_controls_come_back_as_text()
    {
        using var folder = new TestFolder();
        await using var server = new InProcessServer();
        await server.Client.InitializeAsync();
        var uri = folder.Uri("a.solution.md");
        await server.Client.SendRawAsync(Encoding.UTF8.GetBytes(("""
            {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"URI","languageId":"markdown","version":1,
            """
            + """
            "text":"Step 1: \ud83d. So 2 + 2 = 5. \u0000\u202e apples\r\n\r\nStep 2: x\rStep 3: y"}}}
            """).Replace("URI", uri, StringComparison.Ordinal)));
        Assert.Contains("RR101", (await server.Client.PushedAsync(uri, 1)).Codes());
        Assert.DoesNotContain('\u202e',
            (await server.Client.RequestAsync("textDocument/hover", Editing.At(uri, 0, 10))).GetProperty("contents").GetProperty("value")
            .GetString()!);
    }

    [Fact]
    public async Task A_cancelled_request_is_answered_as_cancelled()
    {
        using var folder = new TestFolder();
        await using var server = new InProcessServer();
        await server.Client.InitializeAsync();
        // Large enough that the request is still waiting for the review when it is cancelled.
        var uri = folder.Uri("a.solution.md");
        await server.Client.OpenAsync(uri,
            string.Concat(Enumerable.Range(1, 20_000).Select(step => $"Step {step}: {step} + {step} = {2 * step}.\n\n")));
        var (id, answer) = await server.Client.SendAsync("textDocument/hover", Editing.At(uri, 0, 0));
        await server.Client.NotifyAsync("$/cancelRequest", new { id });
        Assert.Equal(-32800, (await Assert.ThrowsAsync<ServerFailure>(() => answer)).Code);
    }

    [Fact]
    public async Task Two_hundred_edits_in_a_burst_end_in_the_review_of_the_last()
    {
        using var folder = new TestFolder();
        await using var server = new ServerProcess();
        await server.Client.InitializeAsync();
        var uri = folder.Uri("a.solution.md");
        await server.Client.OpenAsync(uri, "Step 1: So 2 + 2 = 5.\n");
        await server.Client.PushedAsync(uri, 1);
        for (var version = 2; version <= 201; version++)
            await server.Client.TypeAsync(uri, version, 0, 8, 8, version == 201 ? "" : "a");
        Assert.Equal((0, 218, 219),
            Assert.Single(await server.Client.PushedAsync(uri, 201), diagnostic => diagnostic.GetProperty("code").GetString() == "RR101")
            .Place());
        // Versions only go up, and nothing comes after the last.
        var versions = server.Client.Received.Where(message => message.Method == "textDocument/publishDiagnostics")
            .Select(message => message.Parameters.GetProperty("version").GetInt32()).ToList();
        Assert.Equal(versions.Order(), versions);
        Assert.Equal(201, versions[^1]);
    }

    [Fact]
    public async Task Ten_megabytes_are_reviewed_and_edited()
    {
        using var folder = new TestFolder();
        await using var server = new ServerProcess();
        await server.Client.InitializeAsync();
        var uri = folder.Uri("a.solution.txt");
        var text = new StringBuilder("Step 1: 2 + 2 = 5.\n\n");
        for (var step = 2; text.Length < 10 << 20; step++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Step {step}: ").Append('x', 10_000)
                .Append(" and 1 + 1 = 2.\n\n");
        await server.Client.OpenAsync(uri, text.ToString());
        Assert.Contains("RR101", (await server.Client.PushedAsync(uri, 1)).Codes());
        await server.Client.TypeAsync(uri, 2, 0, 16, 17, "4");
        Assert.DoesNotContain("RR101", (await server.Client.PushedAsync(uri, 2)).Codes());
        await server.Client.CloseAsync(uri);
        await AssertServesAsync(server.Client, folder);
    }

    private static async Task AssertServesAsync(TestClient client, TestFolder folder)
    {
        var uri = folder.Uri("serves.solution.md");
        await client.OpenAsync(uri, "Step 1: 2 + 2 = 5.\n", version: 7);
        Assert.Contains("RR101", (await client.PushedAsync(uri, 7)).Codes());
    }
}
