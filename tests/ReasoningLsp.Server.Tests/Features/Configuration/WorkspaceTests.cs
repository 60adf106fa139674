using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Configuration;

/// <summary>Settings, configuration, baseline, decisions and folders.</summary>
public sealed class WorkspaceTests
{
    [Fact]
    public async Task Settings_are_asked_for_and_asked_for_again()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        session.Client.Answers["workspace/configuration"] = request =>
        {
            Assert.Equal("reasoningReview", request.GetProperty("items")[0].GetProperty("section").GetString());
            return new JsonArray(new JsonObject { ["codeLens"] = false });
        };
        await session.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings = (object?)null });
        await session.Client.WaitForAsync(message => message.Method == "workspace/codeLens/refresh");
        Assert.Empty((await session.RequestAsync("textDocument/codeLens")).EnumerateArray());
    }

    [Fact]
    public async Task Files_that_say_what_holds_are_watched_where_the_client_can()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        var registration = await session.Client.WaitForAsync(message => message.Method == "client/registerCapability");
        Assert.Contains("**/.reasoning/decisions.jsonl", registration.Parameters.GetRawText(), StringComparison.Ordinal);
        await using var silent = await EditorSession.OpenAsync(Solutions.Sums);
        await silent.PushedAsync(1);
        Assert.DoesNotContain(silent.Client.Received, message => message.Method == "client/registerCapability");
    }

    [Theory]
    [InlineData("reasoning-review.json", """{ "root": true, "rules": { "RR101": "off" } }""")]
    [InlineData(".reasoning/decisions.jsonl",
        """{"decision":"wrong-finding","rule":"RR101","step":"STEP","reason":"","when":"2026-01-31T12:00:00Z"}""")]
    [InlineData("known-baseline.json",
        """{"version": 1, "findings": [{"file": "a.solution.md", "rule": "RR101", "step": "STEP", "occurrence": 0}]}""")]
    public async Task A_change_of_what_holds_is_shown_at_once(string file, string content)
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        session.Folder.Write("reasoning-review.json", """{ "root": true, "baseline": "known-baseline.json" }""");
        Assert.Contains("RR101", (await session.PushedAsync(1)).Codes());
        session.Folder.Write(file, content.Replace("STEP", Review.Findings.StepHash.Of("We have 2 + 2 = 5."), StringComparison.Ordinal));
        var before = session.Client.Received.Count;
        await session.Client.NotifyAsync("workspace/didChangeWatchedFiles",
            new { changes = new[] { new { uri = session.Folder.Uri(file), type = 1 } } });
        Assert.DoesNotContain("RR101", (await session.PushedAsync(1, before)).Codes());
    }

    [Theory, InlineData("nvim-0.7.2"), InlineData("vscode")]
    public async Task A_configuration_without_meaning_has_a_diagnostic_at_its_place_until_it_is_mended(string client)
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, client);
        await session.RequestAsync("reasoning/steps");
        var broken = await ConfigureAsync(session, "{\n  \"rules\": { \"RR101\": \"loud\" }\n}\n");
        Assert.Equal((1, 2), (Assert.Single(broken).Place().Line, broken[0].GetProperty("severity").GetInt32()));
        Assert.Contains("rules.RR101", broken[0].GetProperty("message").GetString(), StringComparison.Ordinal);

        // Another slip is told again, the same one is not.
        Assert.Single(await ConfigureAsync(session, "{\n  \"rules\": { \"RR102\": \"loud\" }\n}\n"));
        Assert.Equal(2, session.Client.Received.Count(IsTold));
        Assert.Empty(await ConfigureAsync(session, "{ }"));
        Assert.Equal(2, session.Client.Received.Count(IsTold));
    }

    [Fact]
    public async Task A_configuration_is_looked_at_where_nothing_is_open_that_it_holds_for()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", "{ \"rules\": 5 }");
        await using var server = new InProcessServer();
        await server.Client.InitializeAsync(Clients.Named("vscode", folder.Path));
        var message = await server.Client.WaitForAsync(each => each.Method == "textDocument/publishDiagnostics");
        Assert.Equal(folder.Uri("reasoning-review.json"), message.Parameters.GetProperty("uri").GetString());
    }

    private static async Task<JsonElement[]> ConfigureAsync(EditorSession session, string content)
    {
        // At once: the server, which looks when it starts too, must not meet half of it, and may have told all of it before it is notified.
        var (uri, before) = (session.Folder.Uri("reasoning-review.json"), session.Client.Received.Count);
        session.Folder.Write("reasoning-review.new", content);
        File.Move(session.Folder.At("reasoning-review.new"), session.Folder.At("reasoning-review.json"), overwrite: true);
        await session.Client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri, type = 2 } } });
        var message = await session.Client.WaitForAsync(
            each => each.Method == "textDocument/publishDiagnostics" && each.Parameters.GetProperty("uri").GetString() == uri, before);
        if (message.Parameters.GetProperty("diagnostics").GetArrayLength() > 0)
            await session.Client.WaitForAsync(IsTold, before);
        return [.. message.Parameters.GetProperty("diagnostics").EnumerateArray()];
    }

    private static bool IsTold(ServerMessage message) => message.Method is "window/showMessage" or "window/showMessageRequest";

    [Fact]
    public async Task The_message_about_a_configuration_leads_to_its_place()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        session.Client.Answers["window/showMessageRequest"] = request =>
            System.Text.Json.Nodes.JsonNode.Parse(request.GetProperty("actions")[0].GetRawText());
        await ConfigureAsync(session, "{\n  \"rules\": { \"RR101\": \"loud\" }\n}\n");
        var shown = await session.Client.WaitForAsync(message => message.Method == "window/showDocument");
        Assert.EndsWith("reasoning-review.json", shown.Parameters.GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, shown.Parameters.GetProperty("selection").GetProperty("start").GetProperty("line").GetInt32());
        var told = session.Client.Received.Last(IsTold).Parameters.GetProperty("message").GetString()!;
        Assert.StartsWith("reasoning-review.json, line 2: ", told, StringComparison.Ordinal);
        Assert.True(told.Length < 150, told);
    }

    [Fact]
    public async Task Where_the_client_watches_nothing_saving_looks_again()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        Assert.Contains("RR101", (await session.PushedAsync(1)).Codes());
        session.Folder.Write("reasoning-review.json", """{ "root": true, "rules": { "RR101": "off" } }""");
        var before = session.Client.Received.Count;
        await session.Client.NotifyAsync("textDocument/didSave", Editing.Document(session.Uri));
        Assert.DoesNotContain("RR101", (await session.PushedAsync(1, before)).Codes());
    }

    [Fact]
    public async Task Each_folder_has_its_own_configuration()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        session.Folder.Write("strict/reasoning-review.json", """{ "rules": { "RR101": "hint" } }""");
        await session.Client.OpenAsync(session.Folder.Uri("strict/b.solution.md"), Solutions.Sums);
        var found = Assert.Single(await session.Client.PushedAsync(session.Folder.Uri("strict/b.solution.md"), 1),
            each => each.GetProperty("code").GetString() == "RR101");
        Assert.Equal(4, found.GetProperty("severity").GetInt32());
    }
}
