using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Corrections;

/// <summary>Corrections with their proof, and refining; written by the real built-in model where one writes.</summary>
public sealed class CorrectionsTests(BuiltInModel models) : IClassFixture<BuiltInModel>
{
    private const string Apples =
        "Problem: Ann has 3 bags of 4 apples and eats 2. How many are left?\n\nStep 1: The bags hold 3 * 4 = 14 apples.\n\nStep 2: "
            + "After eating, 12 - 2 = 10 are left.\n";

    private const string Proof = "Replace 14 by 12 — verified: exact checks pass (1 relation proven); changes step 1";

    [Fact]
    public async Task A_flagged_step_offers_corrections_titled_with_their_proof()
    {
        await using var session = await OpenAsync(Apples, "vscode");
        var action = (await session.ActionsAsync(2, 5)).Single(
            each => each.GetProperty("title").GetString() == "Suggest corrections of Step 1…");
        Assert.Equal("quickfix", action.GetProperty("kind").GetString());
        Assert.DoesNotContain(await session.ActionsAsync(4, 5),
            each => each.GetProperty("title").GetString()!.StartsWith("Suggest", StringComparison.Ordinal));
        var command = action.GetProperty("command");
        var result = await session.CommandAsync(command.GetProperty("command").GetString()!,
            [.. command.GetProperty("arguments").EnumerateArray().Select(argument => JsonNode.Parse(argument.GetRawText()))]);
        var correction = Assert.Single(result.GetProperty("corrections").EnumerateArray());
        Assert.Equal("Replace 14 by 12", correction.GetProperty("label").GetString());
        Assert.Equal((Proof, true, "exact"),
            (correction.GetProperty("title").GetString(), correction.GetProperty("verified").GetBoolean(),
            correction.GetProperty("source").GetString()));
        Assert.Equal("Step 1: The bags hold 3 * 4 = 12 apples.", Editing.Apply(Apples, correction.GetProperty("edits")).Split('\n')[2]);
    }

    [Fact]
    public async Task The_one_that_a_person_takes_is_made_as_one_versioned_edit_and_only_on_the_text_it_was_made_for()
    {
        await using var session = await OpenAsync(Apples, "vscode");
        var suggested = (await session.CommandAsync("reasoning.suggestCorrections", session.Uri, 0, 0)).GetProperty(
            "corrections")[0].GetProperty("id").GetInt32();
        Assert.True((await session.CommandAsync("reasoning.applyCorrection", session.Uri, suggested)).GetBoolean());
        var edit = (await session.Client.WaitForAsync(message => message.Method == "workspace/applyEdit")).Parameters.GetProperty("edit");
        Assert.Equal("Verified correction",
            edit.GetProperty("changeAnnotations").EnumerateObject().Single().Value.GetProperty("label").GetString());
        Assert.Equal(Apples.Replace("= 14", "= 12", StringComparison.Ordinal),
            Editing.Apply(Apples, edit.GetProperty("documentChanges")[0].GetProperty("edits")));
        Assert.False(File.Exists(session.Folder.At(".reasoning/memory.md")));

        await session.TypeAsync(2, 4, 0, 0, "Now ");
        var failure = await Assert.ThrowsAsync<ServerFailure>(
            () => session.CommandAsync("reasoning.applyCorrection", session.Uri, suggested));
        Assert.Contains("has changed since", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_is_remembered_where_a_memory_is_kept()
    {
        await using var session = await OpenAsync(Apples, "vscode");
        session.Folder.Write(".reasoning/memory.md", "- Mind the units.\n");
        var suggested = (await session.CommandAsync("reasoning.suggestCorrections", session.Uri, 0, 0)).GetProperty(
            "corrections")[0].GetProperty("id").GetInt32();
        await session.CommandAsync("reasoning.applyCorrection", session.Uri, suggested);
        var memory = session.Folder.Read(".reasoning/memory.md");
        Assert.Contains("- Mind the units.", memory, StringComparison.Ordinal);
        Assert.Contains("- Replace 14 by 12. Written right: The bags hold 3 * 4 = 12 apples.", memory, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_knows_nothing_of_corrections_chooses_from_a_message()
    {
        await using var session = await EditorSession.OpenAsync(Apples);
        session.Client.Answers["window/showMessageRequest"] = request =>
            new JsonObject { ["title"] = request.GetProperty("actions")[0].GetProperty("title").GetString() };
        await session.CommandAsync("reasoning.suggestCorrections", session.Uri, 0, 0);
        var asked = await session.Client.WaitForAsync(message => message.Method == "window/showMessageRequest");
        Assert.Equal($"1. {Proof}", asked.Parameters.GetProperty("actions")[0].GetProperty("title").GetString());
        var edit = (await session.Client.WaitForAsync(message => message.Method == "workspace/applyEdit")).Parameters.GetProperty("edit");
        Assert.Contains("12", edit.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_in_model_writes_and_the_first_is_shown_before_the_last_is_done()
    {
        await using var session = await OpenAsync(Apples, "vscode", "builtin");
        var from = session.Client.Received.Count;
        var (_, running) = await session.Client.SendAsync("workspace/executeCommand",
            new { command = "reasoning.suggestCorrections", arguments = new object[] { session.Uri, 0, 0 } });
        var first = await session.Client.WaitForAsync(message => message.Method == "$/reasoning/correction", from);
        Assert.False(running.IsCompleted);
        Assert.Equal(Proof, first.Parameters.GetProperty("correction").GetProperty("title").GetString());
        var result = await running;
        Assert.False(result.TryGetProperty("message", out _));
        foreach (var correction in result.GetProperty("corrections").EnumerateArray())
        {
            // Whatever it writes, only what passed a check is called verified, and nothing but the step changes.
            var after = Editing.Apply(Apples, correction.GetProperty("edits")).Split('\n');
            Assert.Equal(Apples.Split('\n')[..2].Concat(Apples.Split('\n')[3..]), after[..2].Concat(after[3..]));
            Assert.Equal(correction.GetProperty("verified").GetBoolean(),
                correction.GetProperty("title").GetString()!.Contains("verified: exact checks pass", StringComparison.Ordinal)
                && !correction.GetProperty("proof").GetString()!.Contains("not verified", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Suggesting_can_be_cancelled_and_what_was_found_is_kept()
    {
        await using var session = await OpenAsync(Apples, "vscode", "builtin");
        session.Client.Delays["window/workDoneProgress/create"] = async request =>
            await session.Client.NotifyAsync("window/workDoneProgress/cancel", new { token = request.GetProperty("token") });
        var running = session.CommandAsync("reasoning.suggestCorrections", session.Uri, 0, 0);
        Assert.True((await running).GetProperty("cancelled").GetBoolean());
    }

    [Fact]
    public async Task A_model_that_fails_takes_no_exact_fix_away()
    {
        await using var session = await OpenAsync(Apples, "vscode", "unknown");
        var result = await session.CommandAsync("reasoning.suggestCorrections", session.Uri, 0, 0);
        Assert.Contains("There is no model \"unknown\".", result.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(Proof, result.GetProperty("corrections")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Refining_is_one_edit_with_an_account_of_every_round()
    {
        const string Text = "Problem: Find the sums.\n\nStep 1: First 2 + 2 = 5.\n\nStep 2: Then 3 + 4 = 8.\n";
        await using var session = await OpenAsync(Text, "vscode");
        var account = await session.CommandAsync("reasoning.refine", session.Uri, 0);
        Assert.True(account.GetProperty("applied").GetBoolean());
        var round = Assert.Single(account.GetProperty("rounds").EnumerateArray());
        Assert.Equal((2, 0), (round.GetProperty("righted").GetArrayLength(), round.GetProperty("broken").GetArrayLength()));
        Assert.Equal("2 steps put right in 1 round; nothing flagged is left. Ended: nothing is left to improve.",
            account.GetProperty("summary").GetString());
        Assert.Contains("  Replace 5 by 4 — verified", account.GetProperty("account").GetString(), StringComparison.Ordinal);
        var edits = Assert.Single(session.Client.Received, message => message.Method == "workspace/applyEdit").Parameters.GetProperty(
            "edit").GetProperty("documentChanges")[0].GetProperty("edits");
        Assert.Equal("Problem: Find the sums.\n\nStep 1: First 2 + 2 = 4.\n\nStep 2: Then 3 + 4 = 7.\n", Editing.Apply(Text, edits));
    }

    [Fact]
    public async Task A_solution_without_a_flaw_is_left_alone()
    {
        await using var session = await OpenAsync("Step 1: First 2 + 2 = 4.\n", "vscode");
        var account = await session.CommandAsync("reasoning.refine", session.Uri, 0);
        Assert.Equal((false, "nothing is left to improve"),
            (account.GetProperty("applied").GetBoolean(), account.GetProperty("reason").GetString()));
        Assert.DoesNotContain(session.Client.Received, message => message.Method == "workspace/applyEdit");
    }

    [Fact]
    public async Task A_text_that_is_no_document_is_reviewed_for_an_agent()
    {
        await using var session = await OpenAsync(Apples, "vscode");
        var trace = (await session.CommandAsync("reasoning.reviewText", "Step 1: So 2 + 2 = 5.\n")).GetProperty("traces")[0];
        Assert.Equal((1, "RR101"),
            (trace.GetProperty("flagged").GetInt32(),
            trace.GetProperty("steps")[0].GetProperty("findings")[0].GetProperty("rule").GetString()));
    }

    private Task<EditorSession> OpenAsync(string text, string client, string? judge = null) =>
        EditorSession.OpenAsync(text, client, adapt: initialize =>
    {
        initialize["initializationOptions"] = new JsonObject { ["judge"] = judge ?? "off" };
        initialize["capabilities"]!["experimental"] = new JsonObject { ["reasoningReview"] = true };
    }, models: () => models);
}
