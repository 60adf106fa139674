using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Diagnostics;

public sealed class DiagnosticsTests
{
    [Fact]
    public async Task A_finding_says_where_what_and_why()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        var found = Assert.Single(await session.Client.PullAsync(session.Uri), each => each.GetProperty("code").GetString() == "RR101");
        Assert.Equal((8, 24, 25), found.Place());
        Assert.Equal(1, found.GetProperty("severity").GetInt32());
        Assert.Equal("reasoning", found.GetProperty("source").GetString());
        Assert.Contains("2 + 2 = 4", found.GetProperty("message").GetString(), StringComparison.Ordinal);
        // Without a public home of the project no address would lead to a page.
        Assert.False(found.TryGetProperty("codeDescription", out _));
        Assert.Equal("RR101", found.GetProperty("data").GetProperty("rule").GetString());
    }

    [Theory]
    [InlineData("https://forge.example/r", "https://forge.example/r/blob/main/docs/rules/RR101.md")]
    [InlineData("", "command:reasoning.explainRule?%5B%22RR101%22%5D")]
    public async Task A_code_leads_to_the_page_below_the_base_that_is_set_or_inside_the_extension(string rulePages, string href)
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode", adapt: initialize =>
        {
            initialize["initializationOptions"] = new JsonObject { ["rulePages"] = rulePages };
            initialize["capabilities"]!["experimental"] = new JsonObject { ["reasoningReview"] = true };
        });
        var found = Assert.Single(await session.Client.PullAsync(session.Uri), each => each.GetProperty("code").GetString() == "RR101");
        Assert.Equal(href, found.GetProperty("codeDescription").GetProperty("href").GetString());
    }

    [Fact]
    public async Task A_redundant_step_is_faded_as_a_whole_and_names_the_one_it_repeats()
    {
        const string Step = "The quick brown fox jumps over the lazy dog, and so the claim holds for all of them.";
        await using var session = await EditorSession.OpenAsync($"Step 1: {Step}\n\nStep 2: {Step}\n");
        var found = Assert.Single(await session.PushedAsync(1), each => each.GetProperty("code").GetString() == "RR202");
        Assert.Equal((2, 0, 8 + Step.Length), found.Place());
        Assert.Equal(1, Assert.Single(found.GetProperty("tags").EnumerateArray()).GetInt32());
        var related = Assert.Single(found.GetProperty("relatedInformation").EnumerateArray());
        Assert.Equal(0, related.GetProperty("location").GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("RR202")]
    [InlineData("RR203")]
    [InlineData("RR403")]
    public void Whatever_says_that_a_step_adds_nothing_fades_it_as_a_whole(string rule)
    {
        var trace = TraceReader.Read("Step 1: One.\n\nStep 2: Two.\n", TraceFormat.Markdown).Traces[0];
        var finding = new Finding(RuleCatalog.Find(rule)!, Severity.Hint, 1, "It adds nothing.", new TextSpan(0, 1), Evidence.None, [], []);
        Assert.True(Fading.Of(finding));
        Assert.Equal(trace.Steps[1].Span, DiagnosticConverter.Place(finding, trace));
    }

    [Fact]
    public async Task Documents_that_do_not_ask_for_review_are_left_alone_until_they_do()
    {
        await using var session = await EditorSession.OpenAsync("# Notes\n\n2 + 2 = 5\n", file: "README.md");
        Assert.Empty(await session.PushedAsync(1));
        Assert.Equal(JsonValueKind.Null, (await session.RequestAtAsync("textDocument/hover", 2, 2)).ValueKind);

        await session.TypeAsync(2, 0, 0, 0, "<!-- reasoning-review -->\n");
        Assert.Contains("RR101", (await session.PushedAsync(2)).Codes());
        await session.Client.ChangeAsync(session.Uri, 3, Editing.Change(0, 0, 1, 0, ""));
        Assert.Empty(await session.PushedAsync(3));
    }

    [Fact]
    public async Task A_named_document_is_reviewed_whether_it_asks_or_not()
    {
        await using var session = await EditorSession.OpenAsync("# Notes\n\n2 + 2 = 5\n", file: "README.md");
        Assert.Empty(await session.PushedAsync(1));
        await session.CommandAsync("reasoning.reviewFile", session.Uri);
        await session.Client.WaitForAsync(
            message => message.Method == "textDocument/publishDiagnostics"
            && message.Parameters.GetProperty("diagnostics").GetArrayLength() > 0);
    }

    [Fact]
    public async Task A_document_without_a_file_is_reviewed_if_it_asks()
    {
        await using var session = await EditorSession.OpenAsync("");
        await session.Client.OpenAsync("untitled:Untitled-1", "<!-- reasoning-review -->\nStep 1: 2 + 2 = 5.\n");
        Assert.Contains("RR101", (await session.Client.PushedAsync("untitled:Untitled-1", 1)).Codes());
    }

    [Fact]
    public async Task The_old_side_of_a_comparison_is_left_alone()
    {
        await using var session = await EditorSession.OpenAsync("");
        await session.Client.OpenAsync("git:/x/a.solution.md", "<!-- reasoning-review -->\nStep 1: 2 + 2 = 5.\n");
        Assert.Empty(await session.Client.PushedAsync("git:/x/a.solution.md", 1));
    }

    [Fact]
    public async Task Closing_takes_the_findings_away_and_opening_brings_them_back()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        Assert.NotEmpty(await session.PushedAsync(1));
        var before = session.Client.Received.Count;
        await session.Client.CloseAsync(session.Uri);
        var cleared = await session.Client.WaitForAsync(message => message.Method == "textDocument/publishDiagnostics", before);
        Assert.Equal(0, cleared.Parameters.GetProperty("diagnostics").GetArrayLength());
        Assert.False(cleared.Parameters.TryGetProperty("version", out _));
        // The version may start from anywhere.
        await session.Client.OpenAsync(session.Uri, Solutions.Sums, version: 0);
        Assert.NotEmpty(await session.PushedAsync(0));
    }

    [Fact]
    public async Task A_pull_is_unchanged_exactly_when_nothing_changed()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        var first = await session.RequestAsync("textDocument/diagnostic");
        Assert.Equal("full", first.GetProperty("kind").GetString());
        Assert.Equal("unchanged", await KindAsync(session, first));
        // Above everything, so that only places change.
        await session.TypeAsync(2, 5, 0, 0, "\n");
        Assert.Equal("full", await KindAsync(session, first));
        await session.TypeAsync(3, 4, 0, 0, "");
        await session.Client.ChangeAsync(session.Uri, 4, Editing.Change(5, 0, 6, 0, ""));
        Assert.Equal("unchanged", await KindAsync(session, first));
        session.Folder.Write("reasoning-review.json", """{ "root": true, "rules": { "RR101": "warning" } }""");
        await session.Client.NotifyAsync("workspace/didChangeWatchedFiles",
            new { changes = new[] { new { uri = session.Folder.Uri("reasoning-review.json"), type = 2 } } });
        Assert.Equal("full", await KindAsync(session, first));
        await session.Client.WaitForAsync(message => message.Method == "workspace/diagnostic/refresh");
    }

    [Fact]
    public async Task What_is_not_reviewed_yet_is_told_when_that_takes_long()
    {
        await using var session =
            await EditorSession.OpenAsync("",
            adapt: parameters => parameters["capabilities"]!["experimental"] = new JsonObject { ["reasoningReview"] = true });
        var uri = session.Folder.Uri("long.trace.jsonl");
        await session.Client.OpenAsync(uri,
            string.Concat(Enumerable.Range(1, 20_000).Select(step => $"{{\"steps\": [\"{step} + {step} = {2 * step}.\"]}}\n")));
        bool IsProgress(ServerMessage message) =>
            message.Method == "$/reasoning/fileProgress"
            && message.Parameters.GetProperty("textDocument").GetProperty("uri").GetString() == uri;
        bool IsEnd(ServerMessage message) =>
            message.Method == "$/reasoning/reviewed" && message.Parameters.GetProperty("traces").GetInt32() == 20_000;
        // The review takes its time, whatever the clock says that went by meanwhile.
        while (!session.Client.Received.Any(message => IsProgress(message) || IsEnd(message)))
        {
            session.Server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        var first = await session.Client.WaitForAsync(IsProgress);
        Assert.Equal(20_000, Assert.Single(first.Parameters.GetProperty("processing").EnumerateArray()).GetProperty("end")
            .GetProperty("line").GetInt32());
        await session.Client.WaitForAsync(IsEnd);
        Assert.Equal(0, session.Client.Received.Last(IsProgress).Parameters.GetProperty("processing").GetArrayLength());
    }

    [Fact]
    public async Task An_edit_checks_its_own_step_and_those_that_read_what_it_established()
    {
        const string Text = "Step 1: Here $x + y = 10$.\n\nStep 2: We have $3 + 4 = 7$.\n\nStep 3: The chain \\( z = (x + y)^2 = x^2 + "
            + "y^2 \\) follows.\n\nStep 4: So $7 \\cdot 2 = 14$.\n";
        await using var session =
            await EditorSession.OpenAsync(Text,
            adapt: parameters => parameters["capabilities"]!["experimental"] = new JsonObject { ["reasoningReview"] = true });
        Assert.Equal(4, await StepsCheckedAsync(session, 1));
        await session.TypeAsync(2, 2, 17, 18, "5");
        Assert.Equal(1, await StepsCheckedAsync(session, 2));
        await session.TypeAsync(3, 0, 16, 17, "-");
        Assert.Equal(2, await StepsCheckedAsync(session, 3));
        await session.TypeAsync(4, 1, 0, 0, "\n");
        Assert.Equal(0, await StepsCheckedAsync(session, 4));
    }

    private static async Task<string?> KindAsync(EditorSession session, JsonElement previous)
    {
        var parameters = Editing.Document(session.Uri);
        parameters["previousResultId"] = previous.GetProperty("resultId").GetString();
        return (await session.Client.RequestAsync("textDocument/diagnostic", parameters)).GetProperty("kind").GetString();
    }

    private static async Task<int> StepsCheckedAsync(EditorSession session, int version)
    {
        var message = await session.Client.WaitForAsync(
            each => each.Method == "$/reasoning/reviewed"
            && each.Parameters.GetProperty("textDocument").GetProperty("version").GetInt32() == version);
        return message.Parameters.GetProperty("stepsChecked").GetInt32();
    }
}
