using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.CodeActions;

public sealed class CodeActionsTests
{
    public static TheoryData<string> ClientNames => [.. Clients.Names];

    [Theory, MemberData(nameof(ClientNames))]
    public async Task The_exact_fix_mends_the_step(string client)
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, client);
        var fix = await NamedAsync(session, "Replace 5 by 4");
        Assert.Equal("quickfix", fix.GetProperty("kind").GetString());
        Assert.Equal(client != "nvim-0.7.2", fix.TryGetProperty("isPreferred", out _));
        Assert.Equal(Solutions.Sums.Replace("= 5.", "= 4.", StringComparison.Ordinal),
            Editing.Apply(Solutions.Sums, EditsOf(fix.GetProperty("edit"))));
    }

    [Theory]
    [InlineData("Silence RR101 for this step", "a.solution.md", "Step 1: 2 + 2 = 5.\n\nStep 2: 3 + 3 = 7.\n",
        "<!-- reasoning-disable-next-step RR101 -->\nStep 1: 2 + 2 = 5.\n\nStep 2: 3 + 3 = 7.\n")]
    [InlineData("Silence RR101 in this file", "a.solution.md", "---\nanswer: 5\n---\nStep 1: 2 + 2 = 5.\n\nStep 2: 3 + 3 = 7.\n",
        "---\nanswer: 5\n---\n<!-- reasoning-disable-file RR101 -->\nStep 1: 2 + 2 = 5.\n\nStep 2: 3 + 3 = 7.\n")]
    [InlineData("Silence RR101 for this step", "a.solution.md", "1. So 2 + 2 = 5.\r\n2. And 3 + 3 = 7.\r\n",
        "<!-- reasoning-disable-next-step RR101 -->\r\n1. So 2 + 2 = 5.\r\n2. And 3 + 3 = 7.\r\n")]
    [InlineData("Silence RR101 for this step", "a.solution.tex", "Step 1: $2 + 2 = 5$.\n\nStep 2: $3 + 3 = 7$.\n",
        "% reasoning-disable-next-step RR101\nStep 1: $2 + 2 = 5$.\n\nStep 2: $3 + 3 = 7$.\n")]
    [InlineData("Silence RR101 in this record", "a.trace.jsonl", "{\"steps\": [\"2 + 2 = 5.\"]}\n",
        "{\"reasoning-disable\": [\"RR101\"], \"steps\": [\"2 + 2 = 5.\"]}\n")]
    public async Task A_comment_silences_where_it_may_stand(string title, string file, string text, string expected)
    {
        await using var session = await EditorSession.OpenAsync(text, "vscode", file);
        var line = Array.FindIndex(text.Split('\n'), each => each.Contains("2 + 2", StringComparison.Ordinal));
        var action = await NamedAsync(session, title, line, text.Split('\n')[line].IndexOf('5', StringComparison.Ordinal));
        Assert.False(action.TryGetProperty("edit", out _));
        var resolved = await session.Client.RequestAsync("codeAction/resolve", action);
        Assert.Equal(expected, Editing.Apply(text, EditsOf(resolved.GetProperty("edit"))));
    }

    [Fact]
    public async Task A_second_list_item_is_silenced_without_splitting_the_list()
    {
        const string Text = "1. So 1 + 1 = 2.\n2. And 2 + 2 = 5.\n3. Then 3 + 3 = 6.\n";
        await using var session = await EditorSession.OpenAsync(Text, "vscode");
        var resolved = await session.Client.RequestAsync("codeAction/resolve",
            await NamedAsync(session, "Silence RR101 for this step", 1, 15));
        var after = Editing.Apply(Text, EditsOf(resolved.GetProperty("edit")));
        await session.Client.ChangeAsync(session.Uri, 2, new JsonObject { ["text"] = after });
        Assert.DoesNotContain("RR101", (await session.Client.PullAsync(session.Uri)).Codes());
        var steps = await session.RequestAsync("reasoning/steps");
        Assert.Equal(3, Assert.Single(steps.GetProperty("traces").EnumerateArray()).GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task A_client_that_resolves_nothing_is_given_a_command_that_edits()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "eglot-1.9");
        var action = await NamedAsync(session, "Silence RR101 for this step");
        Assert.False(action.TryGetProperty("data", out _));
        var command = action.GetProperty("command");
        await session.CommandAsync(command.GetProperty("command").GetString()!,
            JsonNode.Parse(command.GetProperty("arguments")[0].GetRawText()));
        var applied = await session.Client.WaitForAsync(message => message.Method == "workspace/applyEdit");
        Assert.Contains("<!-- reasoning-disable-next-step RR101 -->\nStep 1",
            Editing.Apply(Solutions.Sums, EditsOf(applied.Parameters.GetProperty("edit"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_finding_is_written_down_with_its_reason_and_not_shown_again()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        await session.PushedAsync(1);
        session.Client.Answers["window/showMessageRequest"] = question => JsonNode.Parse(question.GetProperty("actions")[1].GetRawText());
        var command = (await NamedAsync(session, "This finding is wrong (RR101)…")).GetProperty("command");
        var before = session.Client.Received.Count;
        await session.CommandAsync(command.GetProperty("command").GetString()!,
            JsonNode.Parse(command.GetProperty("arguments")[0].GetRawText()));
        Assert.DoesNotContain("RR101", (await session.PushedAsync(1, before)).Codes());

        var decision = Assert.Single(DecisionFile.Parse(session.Folder.Read(".reasoning/decisions.jsonl")).Log.Decisions);
        Assert.Equal((DecisionKind.WrongFinding, "RR101", "The notation was misread"), (decision.Kind, decision.Rule, decision.Reason));
        Assert.Equal(session.Server.Clock.GetUtcNow(), decision.When);

        // Edits elsewhere leave it; an edit of the step is judged afresh.
        await session.Client.ChangeAsync(session.Uri, 2, Editing.Change(10, 0, 10, 0, "Step 1b: And 1 + 1 = 2.\n\n"),
            Editing.Change(5, 0, 5, 0, "Well. "));
        Assert.DoesNotContain("RR101", (await session.PushedAsync(2)).Codes());
        await session.Client.ChangeAsync(session.Uri, 3, Editing.Change(8, 16, 8, 17, "4"), Editing.Change(0, 0, 0, 0, ""));
        Assert.Contains("RR101", (await session.PushedAsync(3)).Codes());
    }

    [Fact]
    public async Task A_dismissed_finding_is_a_state_of_its_own_says_who_and_why_and_can_be_shown_again()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums,
            adapt: initialize => initialize["initializationOptions"] = new JsonObject { ["reviewer"] = "Ada" });
        await session.PushedAsync(1);
        var command = (await NamedAsync(session, "This finding is wrong (RR101)…")).GetProperty("command");
        await session.CommandAsync(command.GetProperty("command").GetString()!,
            JsonNode.Parse(command.GetProperty("arguments")[0].GetRawText()), "It counts in another base");
        var decision = Assert.Single(DecisionFile.Parse(session.Folder.Read(".reasoning/decisions.jsonl")).Log.Decisions);
        Assert.Equal(("a.solution.md", "2 + 2 = 4, the step says 5.", "Ada"), (decision.File, decision.Statement, decision.Who));

        var step = (await session.RequestAsync("reasoning/steps")).GetProperty("traces")[0].GetProperty("steps")[0];
        Assert.Equal("dismissed", step.GetProperty("state").GetString());
        var aside = Assert.Single(step.GetProperty("setAside").EnumerateArray());
        Assert.Equal(("RR101", "It counts in another base"),
            (aside.GetProperty("rule").GetString(), aside.GetProperty("reason").GetString()));
        var lens = (await session.RequestAsync("textDocument/codeLens"))[0].GetProperty("command").GetProperty("title").GetString();
        Assert.Equal("1 right · 1 not checkable · 1 dismissed", lens);
        var hover = (await session.RequestAtAsync("textDocument/hover", 8, 10)).GetProperty("contents").GetProperty("value").GetString();
        Assert.Contains("dismissed by Ada: It counts in another base", hover, StringComparison.Ordinal);

        var again = (await NamedAsync(session, "Show RR101 again (dismissed by Ada: It counts in another base)")).GetProperty("command");
        var before = session.Client.Received.Count;
        session.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await session.CommandAsync(again.GetProperty("command").GetString()!,
            JsonNode.Parse(again.GetProperty("arguments")[0].GetRawText()));
        Assert.Contains("RR101", (await session.PushedAsync(1, before)).Codes());
    }

    [Fact]
    public async Task Of_two_findings_in_one_step_one_is_dismissed_and_shown_again_by_itself()
    {
        await using var session = await EditorSession.OpenAsync("Step 1: We have 2 + 2 = 5 and 3 + 3 = 7.\n\nStep 2: So 4 + 6 = 10.\n",
            adapt: initialize => initialize["initializationOptions"] = new JsonObject { ["reviewer"] = "Ada" });
        Assert.Equal(["RR101", "RR101"], (await session.PushedAsync(1)).Codes());
        var command = (await NamedAsync(session, "This finding is wrong (RR101)…", 0, 38)).GetProperty("command");
        var before = session.Client.Received.Count;
        await session.CommandAsync(command.GetProperty("command").GetString()!,
            JsonNode.Parse(command.GetProperty("arguments")[0].GetRawText()), "It counts in another base");
        Assert.Equal("2 + 2 = 4, the step says 5.", Assert.Single(await session.PushedAsync(1, before)).GetProperty("message").GetString());

        var again = (await NamedAsync(session, "Show RR101 again (dismissed by Ada: It counts in another base)", 0, 38))
            .GetProperty("command");
        before = session.Client.Received.Count;
        session.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await session.CommandAsync(again.GetProperty("command").GetString()!,
            JsonNode.Parse(again.GetProperty("arguments")[0].GetRawText()));
        Assert.Equal(["RR101", "RR101"], (await session.PushedAsync(1, before)).Codes());
    }

    [Fact]
    public async Task Turning_the_question_away_writes_nothing()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var command = (await NamedAsync(session, "This finding is wrong (RR101)…")).GetProperty("command");
        await session.CommandAsync(command.GetProperty("command").GetString()!,
            JsonNode.Parse(command.GetProperty("arguments")[0].GetRawText()));
        Assert.False(File.Exists(session.Folder.At(".reasoning/decisions.jsonl")));
    }

    [Fact]
    public async Task An_action_whose_finding_is_gone_says_so()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        var action = await NamedAsync(session, "Silence RR101 for this step");
        await session.TypeAsync(2, 8, 24, 25, "4");
        var failure = await Assert.ThrowsAsync<ServerFailure>(() => session.Client.RequestAsync("codeAction/resolve", action));
        Assert.Equal(-32801, failure.Code);
    }

    [Theory]
    [InlineData("vscode", true)]
    [InlineData("eglot-1.9", false)]
    public async Task A_fix_takes_what_depends_on_it_along_first_and_leaves_nothing_to_be_ticked(string client, bool isAnnotated)
    {
        const string Text = "Step 1: Each box holds 7 * 2 = 15 pears.\n\nStep 2: Three boxes hold 15 * 3 = 45 pears.\n\nThe answer is "
            + "45.\n";
        await using var session = await EditorSession.OpenAsync(Text, client);
        var actions = (await session.ActionsAsync(0, 31)).Where(action => action.TryGetProperty("edit", out _)).ToList();
        Assert.Equal(2, actions.Count);
        Assert.Equal(Text.Replace("2 = 15", "2 = 14", StringComparison.Ordinal),
            Editing.Apply(Text, EditsOf(actions[1].GetProperty("edit"))));
        Assert.Equal(Text.Replace("15", "14", StringComparison.Ordinal).Replace("45", "42", StringComparison.Ordinal),
            Editing.Apply(Text, EditsOf(actions[0].GetProperty("edit"))));
        Assert.True(actions[0].GetProperty("isPreferred").GetBoolean());
        Assert.False(actions[1].TryGetProperty("isPreferred", out _));
        Assert.Equal(isAnnotated, actions[0].GetProperty("edit").TryGetProperty("changeAnnotations", out var annotations));
        if (isAnnotated)
            Assert.All(EditsOf(actions[0].GetProperty("edit")).EnumerateArray(),
                edit => Assert.False(annotations.GetProperty(edit.GetProperty("annotationId").GetString()!).GetProperty("needsConfirmation")
                .GetBoolean()));
    }

    [Theory]
    [InlineData("Step 1: 12 * 50 = 610.\n\nStep 2: 610 - 23 = 587.\n", true)]
    [InlineData("Step 1: We had 610 before, 12 * 50 = 610.\n\nStep 2: 610 - 23 = 587.\n", false)]
    [InlineData("Step 1: 12 * 50 = 610.\n\nStep 2: 500 + 110 = 610.\n", false)]
    [InlineData("**Problem:** There are 610.\n\nStep 1: 12 * 50 = 610.\n\nStep 2: 610 - 23 = 587.\n", false)]
    public async Task A_later_line_that_goes_on_with_a_value_that_was_put_right_says_so(string text, bool said)
    {
        await using var session = await EditorSession.OpenAsync(text);
        await session.PushedAsync(1);
        var line = Array.FindIndex(text.Split('\n'), each => each.Contains("12 * 50", StringComparison.Ordinal));
        var at = text.Split('\n')[line].LastIndexOf("610", StringComparison.Ordinal);
        await session.TypeAsync(2, line, at, at + 3, "600");
        await session.Client.NotifyAsync("textDocument/didSave", Editing.Document(session.Uri));
        var found = await session.PushedAsync(2);
        Assert.Equal(said, found.Codes().Contains("RR003"));
        if (!said)
            return;
        var finding = found.Single(each => each.GetProperty("code").GetString() == "RR003");
        Assert.Equal("This uses 610, which was corrected to 600 in step 1.", finding.GetProperty("message").GetString());
        var fix = await NamedAsync(session, "Replace 610 by 600", 2, 10);
        var mended = Editing.Apply(text.Replace("50 = 610", "50 = 600", StringComparison.Ordinal), EditsOf(fix.GetProperty("edit")));
        Assert.Contains("600 - 23", mended, StringComparison.Ordinal);
        await session.TypeAsync(3, line, at, at + 3, "610");
        Assert.DoesNotContain("RR003", (await session.PushedAsync(3)).Codes());
    }

    [Fact]
    public async Task On_saving_every_exact_fix_is_one_edit()
    {
        const string Text = "Step 1: 2 + 2 = 5.\n\nStep 2: 3 + 3 = 7.\n";
        await using var session = await EditorSession.OpenAsync(Text, "vscode");
        var action = Assert.Single(await session.ActionsAsync(0, 0, "source.fixAll"));
        Assert.Equal("Step 1: 2 + 2 = 4.\n\nStep 2: 3 + 3 = 6.\n", Editing.Apply(Text, EditsOf(action.GetProperty("edit"))));
        Assert.DoesNotContain(await session.ActionsAsync(0, 16), each => each.GetProperty("kind").GetString() != "quickfix");

        await session.CommandAsync("reasoning.fixAll", session.Uri);
        var applied = await session.Client.WaitForAsync(message => message.Method == "workspace/applyEdit");
        Assert.Equal("Step 1: 2 + 2 = 4.\n\nStep 2: 3 + 3 = 6.\n", Editing.Apply(Text, EditsOf(applied.Parameters.GetProperty("edit"))));
    }

    [Fact]
    public async Task The_fix_in_the_lens_of_a_solution_is_of_that_solution()
    {
        const string Text = "{\"problem\": \"Add.\", \"steps\": [\"2 + 2 = 5\"]}\n{\"problem\": \"Add.\", \"steps\": [\"3 + 3 = 7\"]}\n";
        await using var session = await EditorSession.OpenAsync(Text, file: "a.trace.jsonl");
        var fix = (await session.RequestAsync("textDocument/codeLens")).EnumerateArray().Last().GetProperty("command");
        Assert.Equal("Fix", fix.GetProperty("title").GetString());
        await session.CommandAsync(fix.GetProperty("command").GetString()!,
            [.. fix.GetProperty("arguments").EnumerateArray().Select(argument => JsonNode.Parse(argument.GetRawText()))]);
        var applied = await session.Client.WaitForAsync(message => message.Method == "workspace/applyEdit");
        Assert.Equal(Text.Replace("= 7", "= 6", StringComparison.Ordinal),
            Editing.Apply(Text, EditsOf(applied.Parameters.GetProperty("edit"))));
    }

    [Fact]
    public async Task A_document_that_looks_like_a_solution_offers_to_be_reviewed_once_or_always_and_is_not_touched()
    {
        const string Text = "Each box holds 7 * 2 = 15 pears.\n\nThree boxes hold 15 * 3 = 45 pears.\n\nSo 45 - 5 = 40 are left.\n";
        await using var session = await EditorSession.OpenAsync(Text, file: "homework/pears 3.md");
        Directory.CreateDirectory(session.Folder.At("homework"));
        Assert.Empty(await session.ActionsAsync(0, 0, "quickfix"));
        var offers = await session.ActionsAsync(0, 0);
        Assert.Equal(["Review this file", "Always review this file", "Always review files like this"],
            offers.Select(offer => offer.GetProperty("title").GetString()));
        var command = offers[2].GetProperty("command");
        var before = session.Client.Received.Count;
        await session.CommandAsync(command.GetProperty("command").GetString()!,
            [.. command.GetProperty("arguments").EnumerateArray().Select(argument => JsonNode.Parse(argument.GetRawText()))]);
        Assert.Contains("RR101", (await session.PushedAsync(1, before)).Codes());
        Assert.Contains("\"homework/pears *.md\"", session.Folder.Read("reasoning-review.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md", "It makes 2 + 2 = 4.\n\nAnd 3 + 3 = 6.\n\nAnd 4 + 4 = 8.\n")]
    [InlineData("notes.md", "We met at 10:30.\n\nThere were 3 of us.\n")]
    [InlineData("a.cs", "var a = 2 + 2 = 4;\n\nvar b = 3 + 3 = 6;\n\nvar c = 3 + 4 = 7;\n")]
    [InlineData("guide.md", "# Guide\n\n```sh\nexpr 2 + 2 = 4\n```\n\n```sh\nexpr 3 + 3 = 6\n```\n\n```sh\nexpr 3 + 5 = 8\n```\n")]
    public async Task Nothing_is_offered_for_what_is_no_solution(string file, string text)
    {
        await using var session = await EditorSession.OpenAsync(text, file: file);
        Assert.Empty(await session.ActionsAsync(0, 0));
    }

    [Fact]
    public async Task A_comment_that_silences_nothing_can_be_removed()
    {
        const string Text = "<!-- reasoning-disable-next-step RR101 -->\nStep 1: 2 + 2 = 4.\n";
        await using var session = await EditorSession.OpenAsync(Text, "vscode");
        var removal = await NamedAsync(session, "Remove this comment", 0, 5);
        Assert.Equal("Step 1: 2 + 2 = 4.\n", Editing.Apply(Text, EditsOf(removal.GetProperty("edit"))));
    }

    [Fact]
    public async Task A_rule_is_explained()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        var page = (await session.CommandAsync("reasoning.explainRule", "rr101")).GetString();
        Assert.StartsWith("# RR101 false-equality", page, StringComparison.Ordinal);
        var shown = await session.Client.WaitForAsync(message => message.Method == "window/showDocument");
        Assert.Equal(page, await File.ReadAllTextAsync(new Uri(shown.Parameters.GetProperty("uri").GetString()!).LocalPath,
            TestContext.Current.CancellationToken));
        Assert.Equal(-32602, (await Assert.ThrowsAsync<ServerFailure>(() => session.CommandAsync("reasoning.explainRule", "RR999"))).Code);
    }

    private static async Task<JsonElement> NamedAsync(EditorSession session, string title, int line = 8, int character = 24)
    {
        var actions = await session.ActionsAsync(line, character);
        return Assert.Single(actions, action => action.GetProperty("title").GetString() == title);
    }

    private static JsonElement EditsOf(JsonElement edit) => edit.TryGetProperty("documentChanges", out var changes)
        ? changes[0].GetProperty("edits")
        : Assert.Single(edit.GetProperty("changes").EnumerateObject()).Value;
}
