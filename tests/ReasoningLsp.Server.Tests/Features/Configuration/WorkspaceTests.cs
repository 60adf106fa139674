using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Configuration;

/// <summary>Settings, configuration, baseline, decisions, folders, and reviews on a person's word.</summary>
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

    [Fact]
    public async Task A_configuration_that_cannot_be_read_is_named_once_with_place_and_remedy()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        await session.PushedAsync(1);
        session.Folder.Write("reasoning-review.json", "{ \"rules\": { \"RR101\": \"loud\" } }");
        for (var save = 0; save < 3; save++)
            await session.Client.NotifyAsync("textDocument/didSave", Editing.Document(session.Uri));
        var message = (await session.Client.WaitForAsync(each => each.Method == "window/showMessage")).Parameters.GetProperty("message")
            .GetString()!;
        Assert.Contains("reasoning-review.json:1:", message, StringComparison.Ordinal);
        await session.RequestAsync("textDocument/codeLens");
        Assert.Single(session.Client.Received, each => each.Method == "window/showMessage");
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
        Assert.Equal(2, session.Client.Received.Count(each => each.Method == "window/showMessage"));
        Assert.Empty(await ConfigureAsync(session, "{ }"));
        Assert.Equal(2, session.Client.Received.Count(each => each.Method == "window/showMessage"));
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
        session.Folder.Write("reasoning-review.json", content);
        var (uri, before) = (session.Folder.Uri("reasoning-review.json"), session.Client.Received.Count);
        await session.Client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri, type = 2 } } });
        var message = await session.Client.WaitForAsync(
            each => each.Method == "textDocument/publishDiagnostics" && each.Parameters.GetProperty("uri").GetString() == uri, before);
        if (message.Parameters.GetProperty("diagnostics").GetArrayLength() > 0)
            await session.Client.WaitForAsync(each => each.Method == "window/showMessage", before);
        return [.. message.Parameters.GetProperty("diagnostics").EnumerateArray()];
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

    [Fact]
    public async Task A_workspace_is_reviewed_with_honest_counts()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        session.Folder.Write("b.solution.md", "Step 1: 1 + 1 = 2.\n");
        session.Folder.Write("README.md", "2 + 2 = 5\n");
        using var other = new TestFolder();
        other.Write("c.solution.txt", "Step 1: 2 + 2 = 5.\n");
        await session.Client.NotifyAsync("workspace/didChangeWorkspaceFolders",
            new { @event = new { added = new[] { new { uri = new Uri(other.Path).AbsoluteUri, name = "other" } },
            removed = Array.Empty<object>() } });
        // The document that is open is no file yet, and what is no file is not in the workspace.
        var result = await session.CommandAsync("reasoning.reviewWorkspace");
        Assert.Equal((2, 2, 1, 1, false), (
            result.GetProperty("files").GetInt32(), result.GetProperty("steps").GetInt32(), result.GetProperty("flagged").GetInt32(),
            result.GetProperty("checked").GetInt32(), result.GetProperty("cancelled").GetBoolean()));
        Assert.Equal(other.Uri("c.solution.txt"),
            Assert.Single(result.GetProperty("flaggedFiles").EnumerateArray()).GetProperty("uri").GetString());

        var progress = session.Client.Received.Where(message => message.Method == "$/progress")
            .Select(message => message.Parameters.GetProperty("value")).ToList();
        Assert.Equal(["begin", "report", "report", "report", "end"], progress.Select(value => value.GetProperty("kind").GetString()));
        Assert.Equal(["0 of 2 files · 0 steps flagged", "1 of 2 files · 0 steps flagged", "2 of 2 files · 1 steps flagged"],
            progress.Skip(1).Take(3).Select(value => value.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_review_of_the_workspace_can_be_cancelled()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        session.Folder.Write("b.solution.md", "Step 1: 1 + 1 = 2.\n");
        // A hasty person: the progress is cancelled before the client has said that it shows it.
        session.Client.Delays["window/workDoneProgress/create"] = async request =>
        {
            await session.Client.NotifyAsync("window/workDoneProgress/cancel", new { token = request.GetProperty("token") });
            // Answered in order: the cancellation has been heard by then.
            await session.RequestAsync("textDocument/foldingRange");
        };
        var result = await session.CommandAsync("reasoning.reviewWorkspace");
        Assert.Equal((true, 0), (result.GetProperty("cancelled").GetBoolean(), result.GetProperty("files").GetInt32()));
        Assert.Equal("end", session.Client.Received.Last(message => message.Method == "$/progress").Parameters.GetProperty("value")
            .GetProperty("kind").GetString());
        session.Client.Delays.Remove("window/workDoneProgress/create");
        Assert.Equal(1, (await session.CommandAsync("reasoning.reviewWorkspace")).GetProperty("files").GetInt32());
    }

    [Fact]
    public async Task A_report_is_written_and_shown()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        var uri = (await session.CommandAsync("reasoning.openReport", session.Uri)).GetProperty("uri").GetString()!;
        Assert.Contains("2 + 2 = 4, the step says 5",
            await File.ReadAllTextAsync(new Uri(uri).LocalPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var shown = await session.Client.WaitForAsync(message => message.Method == "window/showDocument");
        Assert.Equal(uri, shown.Parameters.GetProperty("uri").GetString());
    }

    [Fact]
    public async Task Steps_and_their_states_can_be_asked_for()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var trace = Assert.Single((await session.RequestAsync("reasoning/steps")).GetProperty("traces").EnumerateArray());
        Assert.Equal(["flagged", "checked", "nothingCheckable"],
            trace.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("state").GetString()));
        Assert.Equal("RR101", trace.GetProperty("steps")[0].GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public void The_settings_are_those_of_their_schema()
    {
        var schema = JsonDocument.Parse(
            File.ReadAllText(TestSupport.Repository.Path(
            "src/ReasoningLsp.Server/Workspace/settings.schema.json"))).RootElement.GetProperty("properties");
        var defaults = new JsonObject();
        foreach (var property in schema.EnumerateObject())
            defaults[property.Name] = JsonNode.Parse(property.Value.GetProperty("default").GetRawText());
        Assert.Equal(Server.Workspace.ServerSettings.Default,
            Server.Workspace.ServerSettings.Of(JsonElement.Parse(defaults.ToJsonString())));
        // Each setting is read: another value makes other settings.
        Assert.All(schema.EnumerateObject(), property =>
        {
            var other = property.Value.TryGetProperty("enum", out var values)
                ? values.EnumerateArray().First(value => value.GetString() != property.Value.GetProperty("default").GetString())
                    .GetRawText()
                : property.Value.GetProperty("default") switch
                {
                    { ValueKind: JsonValueKind.String } => "\"other\"",
                    var value => value.GetBoolean() ? "false" : "true",
                };
            Assert.NotEqual(Server.Workspace.ServerSettings.Default,
                Server.Workspace.ServerSettings.Of(JsonElement.Parse($"{{\"{property.Name}\": {other}}}")));
        });
        Assert.Equal(typeof(Server.Workspace.ServerSettings).GetProperties().Count(property => property.CanWrite),
            schema.EnumerateObject().Count());
    }
}
