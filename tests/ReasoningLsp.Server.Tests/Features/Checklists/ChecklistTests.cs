using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Checklists;

/// <summary>Checklists beside the exact checks; judged by the real built-in model where one judges.</summary>
public sealed class ChecklistTests(BuiltInModel models) : IClassFixture<BuiltInModel>
{
    private const string Polite = "Is the author polite?";

    private const string Text = $"""
        ---
        checklist: ["Does every equality hold?", "Is the final answer boxed?", "{Polite}"]
        ---

        ## Problem
        Find the sum.

        ## Solution
        Step 1: We have 2 + 2 = 5.

        Step 2: So the answer is 5.

        """;

    [Fact]
    public async Task What_front_matter_names_is_answered_by_exact_checks_at_every_review()
    {
        await using var session =
            await EditorSession.OpenAsync(Text, models: () => throw new InvalidOperationException("A model was asked for."));
        var found = await session.PushedAsync(1);
        Assert.Equal([("RR101", 8), ("RR501", 10)],
            found.Select(each => (each.GetProperty("code").GetString(), each.Place().Line)).Order());
        var trace = await TraceAsync(session);
        Assert.Equal([("no", "check"), ("no", "check"), ("unsure", "nobody")], Verdicts(trace));
        Assert.Equal(0, trace.GetProperty("passRate").GetDouble());
        Assert.Contains("Checklist 0 of 3, 1 unsure", await LensesAsync(session), StringComparison.Ordinal);
        Assert.Contains("checklist own", await HoverAsync(session, 8), StringComparison.Ordinal);

        await session.TypeAsync(2, 8, 24, 25, "4");
        Assert.DoesNotContain("RR101", (await session.PushedAsync(2)).Codes());
        Assert.Equal([("yes", "check"), ("no", "check"), ("unsure", "nobody")], Verdicts(await TraceAsync(session)));
    }

    [Fact]
    public async Task One_slip_is_one_diagnostic_which_names_the_items_that_are_not_met_because_of_it()
    {
        var text = Text.Replace($"\"{Polite}\"", "\"Does no exact check refute a step?\"", StringComparison.Ordinal);
        await using var session = await EditorSession.OpenAsync(text, "vscode");
        var found = await session.Client.PullAsync(session.Uri);
        Assert.Equal(["RR101", "RR501"], found.Codes().Order());
        var related = found.Single(each => each.GetProperty("code").GetString() == "RR101").GetProperty("relatedInformation")
            .EnumerateArray();
        Assert.Equal(
            ["Not met for this reason: Does every equality hold?", "Not met for this reason: Does no exact check refute a step?"],
            related.Select(each => each.GetProperty("message").GetString()!)
            .Where(message => message.StartsWith("Not met", StringComparison.Ordinal)));
        var item = Item(await TraceAsync(session), "Does every equality hold?");
        Assert.Equal(("no", "RR101"), (item.GetProperty("verdict").GetString(), item.GetProperty("finding").GetString()));
        Assert.Contains("item not met", await HoverAsync(session, 8), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_a_person_applies_holds_until_it_is_taken_away()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var names = (await session.CommandAsync("reasoning.listChecklists", session.Uri)).EnumerateArray().Select(name => name.GetString());
        Assert.Equal(["argument", "proof", "worked-solution"], names);
        var applied = (await session.CommandAsync("reasoning.applyChecklist", session.Uri, 0, "worked-solution")).GetProperty("traces")[0];
        Assert.Equal("worked-solution", applied.GetProperty("checklist").GetString());
        Assert.Equal("no", Item(applied, "Does every equality hold?").GetProperty("verdict").GetString());
        Assert.Equal("yes", Item(applied, "Is a final answer stated?").GetProperty("verdict").GetString());
        await session.TypeAsync(2, 8, 24, 25, "4");
        Assert.Equal("yes", Item(await TraceAsync(session), "Does every equality hold?").GetProperty("verdict").GetString());
        await session.CommandAsync("reasoning.applyChecklist", session.Uri, 0, string.Empty);
        Assert.False((await TraceAsync(session)).TryGetProperty("checklist", out _));
    }

    [Fact]
    public async Task An_applied_list_goes_with_its_solution_where_others_come_and_go()
    {
        const string First = "## Problem\nAdd one and one.\n\n## Solution\nStep 1: 1 + 1 = 2.\n\n";
        const string Second = "## Problem\nAdd two and two.\n\n## Solution\nStep 1: 2 + 2 = 4.\n\n";
        await using var session = await EditorSession.OpenAsync(First + Second);
        await session.CommandAsync("reasoning.applyChecklist", session.Uri, 1, "worked-solution");
        Assert.Equal([null, "worked-solution"], await ListsAsync(session));
        await session.TypeAsync(2, 0, 0, 0, "## Problem\nAdd six and six.\n\n## Solution\nStep 1: 6 + 6 = 12.\n\n");
        Assert.Equal([null, null, "worked-solution"], await ListsAsync(session));
        await session.Client.NotifyAsync("textDocument/didChange", new
        {
            textDocument = new { uri = session.Uri, version = 3 },
            contentChanges = new[] { new { text = Second } },
        });
        Assert.Equal(["worked-solution"], await ListsAsync(session));
        await session.Client.NotifyAsync("textDocument/didChange", new
        {
            textDocument = new { uri = session.Uri, version = 4 },
            contentChanges = new[] { new { text = Second + First } },
        });
        Assert.Equal(["worked-solution", null], await ListsAsync(session));
    }

    [Fact]
    public async Task A_teams_file_is_read_again_when_it_changes()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        session.Folder.Write(".reasoning/checklists/house.md", "- [ ] Is the final answer boxed?\n");
        await session.CommandAsync("reasoning.applyChecklist", session.Uri, null, "house");
        var path = session.Folder.Write(".reasoning/checklists/house.md", "- [ ] Does every equality hold?\n");
        await session.Client.NotifyAsync("workspace/didChangeWatchedFiles",
            new { changes = new[] { new { uri = new Uri(path).AbsoluteUri, type = 2 } } });
        Assert.Equal("Does every equality hold?", (await TraceAsync(session)).GetProperty("items")[0].GetProperty("question").GetString());
        var watched = await session.Client.WaitForAsync(message => message.Method == "client/registerCapability");
        Assert.Contains(".reasoning/checklists/*.md", watched.Parameters.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_says_of_an_item_counts_and_stands_in_the_file_of_decisions()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        var boxed = Item(await TraceAsync(session), "Is the final answer boxed?");
        await session.CommandAsync("reasoning.decideItem", session.Uri, 0, boxed.GetProperty("id").GetString(), "yes",
            "The box is in the picture");
        var decided = Item(await TraceAsync(session), "Is the final answer boxed?");
        Assert.Equal(("yes", true, "The box is in the picture"),
            (decided.GetProperty("verdict").GetString(), decided.GetProperty("decided").GetBoolean(),
            decided.GetProperty("evidence").GetString()));
        Assert.Contains("item-verdict", session.Folder.Read(".reasoning/decisions.jsonl"), StringComparison.Ordinal);

        // The step that it speaks of says something else now: the exact check counts again.
        await session.TypeAsync(2, 10, 8, 10, "Hence");
        Assert.Equal("no", Item(await TraceAsync(session), "Is the final answer boxed?").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_finding_of_an_item_offers_to_overrule_it_and_the_reason_is_asked_for()
    {
        await using var session = await EditorSession.OpenAsync(Text, "vscode");
        var actions = await session.ActionsAsync(10, 12);
        var titles = actions.Select(action => action.GetProperty("title").GetString()).ToList();
        Assert.DoesNotContain(titles, title => title!.Contains("is wrong (RR501)", StringComparison.Ordinal));
        var command = actions.Single(action => action.GetProperty("title").GetString() == "This item is met…").GetProperty("command");
        session.Client.Answers["window/showMessageRequest"] = request =>
            new JsonObject { ["title"] = request.GetProperty("actions")[0].GetProperty("title").GetString() };
        await session.CommandAsync(command.GetProperty("command").GetString()!,
            [.. command.GetProperty("arguments").EnumerateArray().Select(argument => JsonNode.Parse(argument.GetRawText()))]);
        Assert.Equal("yes", Item(await TraceAsync(session), "Is the final answer boxed?").GetProperty("verdict").GetString());
        Assert.Contains("The evidence does not concern this", session.Folder.Read(".reasoning/decisions.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_in_model_judges_on_command_and_its_verdicts_stand_as_long_as_the_text_does()
    {
        await using var session = await JudgedAsync(Text);
        Assert.Equal([("no", "check"), ("no", "check"), ("unsure", "nobody")], Verdicts(await TraceAsync(session)));
        Assert.Contains("Ask the judge", await LensesAsync(session), StringComparison.Ordinal);
        var judged = Item((await session.CommandAsync("reasoning.applyChecklist", session.Uri)).GetProperty("traces")[0], Polite);
        Assert.Equal("judge", judged.GetProperty("source").GetString());
        Assert.InRange(judged.GetProperty("pYes").GetDouble(), 0, 1);
        Assert.InRange(judged.GetProperty("residual").GetDouble(), 0.000001, 1);
        Assert.Contains("not probed", judged.GetProperty("caution").GetString(), StringComparison.Ordinal);

        // What stands before the solution is not what was judged.
        await session.TypeAsync(2, 3, 0, 0, "\n");
        Assert.Equal("judge", Item(await TraceAsync(session), Polite).GetProperty("source").GetString());
        await session.TypeAsync(3, 11, 8, 10, "Hence");
        var stale = Item(await TraceAsync(session), Polite);
        Assert.Equal(("unsure", true), (stale.GetProperty("verdict").GetString(), stale.GetProperty("outOfDate").GetBoolean()));
        Assert.Contains("out of date: judge SmolLM2-135M-Instruct answered", stale.GetProperty("by").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judge_that_cannot_be_had_is_told_with_the_reason_and_exact_checks_have_answered()
    {
        await using var session = await JudgedAsync(Solutions.Sums, "unknown");
        var failure = await Assert.ThrowsAsync<ServerFailure>(
            () => session.CommandAsync("reasoning.applyChecklist", session.Uri, 0, "worked-solution"));
        Assert.Contains("There is no model \"unknown\".", failure.Message, StringComparison.Ordinal);
        Assert.Equal("no", Item(await TraceAsync(session), "Does every equality hold?").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Judging_can_be_cancelled()
    {
        await using var session = await JudgedAsync(Text, client: "vscode");
        session.Client.Delays["window/workDoneProgress/create"] = async request =>
        {
            await session.Client.NotifyAsync("window/workDoneProgress/cancel", new { token = request.GetProperty("token") });
            await session.RequestAsync("textDocument/foldingRange");
        };
        Assert.True((await session.CommandAsync("reasoning.applyChecklist", session.Uri)).GetProperty("cancelled").GetBoolean());
        Assert.Equal("nobody", Item(await TraceAsync(session), Polite).GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_list_that_nobody_knows_is_named_with_those_that_there_are()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var unknown = await Assert.ThrowsAsync<ServerFailure>(
            () => session.CommandAsync("reasoning.applyChecklist", session.Uri, 0, "unknown"));
        Assert.Contains("worked-solution", unknown.Message, StringComparison.Ordinal);
        var none = await Assert.ThrowsAsync<ServerFailure>(() => session.CommandAsync("reasoning.applyChecklist", session.Uri));
        Assert.Contains("front matter", none.Message, StringComparison.Ordinal);
    }

    private Task<EditorSession> JudgedAsync(string text, string judge = "builtin", string client = "nvim-0.7.2") =>
        EditorSession.OpenAsync(text, client,
        adapt: initialize => initialize["initializationOptions"] = new JsonObject { ["judge"] = judge }, models: () => models);

    private static async Task<JsonElement> TraceAsync(EditorSession session) =>
        (await session.RequestAsync("reasoning/checklist")).GetProperty("traces")[0];

    private static async Task<IEnumerable<string?>> ListsAsync(EditorSession session) =>
        (await session.RequestAsync("reasoning/checklist")).GetProperty("traces").EnumerateArray()
        .Select(trace => trace.TryGetProperty("checklist", out var list) ? list.GetString() : null);

    private static JsonElement Item(JsonElement trace, string question) =>
        trace.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("question").GetString() == question);

    private static IEnumerable<(string? Verdict, string? Source)> Verdicts(JsonElement trace) =>
        trace.GetProperty("items").EnumerateArray()
        .Select(item => (item.GetProperty("verdict").GetString(), item.GetProperty("source").GetString()));

    private static async Task<string> LensesAsync(EditorSession session) =>
        string.Join('\n', (await session.RequestAsync("textDocument/codeLens")).EnumerateArray()
        .Select(lens => lens.GetProperty("command").GetProperty("title").GetString()));

    private static async Task<string> HoverAsync(EditorSession session, int line) =>
        (await session.RequestAtAsync("textDocument/hover", line, 9)).GetProperty("contents").GetProperty("value").GetString()!;
}
