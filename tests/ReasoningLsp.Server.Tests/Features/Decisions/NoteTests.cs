using System.Text.Json.Nodes;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Decisions;

/// <summary>Notes and marks in an open document: kept in the file of decisions, shown with the steps, through edits.</summary>
public sealed class NoteTests
{
    [Fact]
    public async Task A_note_is_written_shown_changed_and_taken_back()
    {
        await using var session = await OpenAsync();
        await session.CommandAsync("reasoning.note", session.Uri, 0, 1, "Say why");
        var note = Assert.Single((await StepAsync(session, 1)).GetProperty("notes").EnumerateArray());
        Assert.Equal(("Say why", "Ada"), (note.GetProperty("text").GetString(), note.GetProperty("who").GetString()));
        var parameters = Editing.Document(session.Uri);
        parameters["trace"] = 0;
        var trace = await session.Client.RequestAsync("reasoning/trace", parameters);
        Assert.Equal("Say why", trace.GetProperty("steps")[1].GetProperty("notes")[0].GetProperty("text").GetString());
        var hover = await session.RequestAtAsync("textDocument/hover", 10, 3);
        Assert.Contains("note by Ada", hover.GetProperty("contents").GetProperty("value").GetString(), StringComparison.Ordinal);

        var id = note.GetProperty("id").GetString();
        await session.CommandAsync("reasoning.note", session.Uri, 0, 1, "Say why, please", id);
        Assert.Equal("Say why, please", (await StepAsync(session, 1)).GetProperty("notes")[0].GetProperty("text").GetString());
        await session.CommandAsync("reasoning.note", session.Uri, 0, 1, "", id);
        Assert.Empty((await StepAsync(session, 1)).GetProperty("notes").EnumerateArray());
        var log = DecisionFile.Parse(session.Folder.Read(".reasoning/decisions.jsonl")).Log.Decisions;
        Assert.Equal([DecisionKind.Note, DecisionKind.Note, DecisionKind.Undone], log.Select(decision => decision.Kind));
        Assert.All(log, decision => Assert.Equal("a.solution.md", decision.File));
    }

    [Fact]
    public async Task A_note_and_a_mark_stay_while_the_text_is_edited_and_say_so()
    {
        await using var session = await OpenAsync();
        await session.CommandAsync("reasoning.note", session.Uri, 0, 0, "Which base?");
        await session.CommandAsync("reasoning.mark", session.Uri, 0, 3, "almost");
        var (line, _) = Solutions.Sums.Split('\n').Index().First(each => each.Item.Contains("2 + 2 = 5", StringComparison.Ordinal));
        await session.TypeAsync(2, line, 0, 0, "Now ");
        var trace = (await session.RequestAsync("reasoning/steps")).GetProperty("traces")[0];
        Assert.True(trace.GetProperty("mark").GetProperty("outdated").GetBoolean());
        Assert.Equal(3, trace.GetProperty("mark").GetProperty("mark").GetInt32());
        Assert.True(trace.GetProperty("steps")[0].GetProperty("notes")[0].GetProperty("outdated").GetBoolean());
        await session.CommandAsync("reasoning.mark", session.Uri, 0);
        Assert.False((await session.RequestAsync("reasoning/steps")).GetProperty("traces")[0].TryGetProperty("mark", out _));
    }

    [Fact]
    public async Task What_cannot_be_noted_is_told()
    {
        await using var session = await OpenAsync();
        foreach (var (arguments, told) in ((JsonNode?[], string)[])[
            ([session.Uri, 0, 9, "x"], "no such step"), ([session.Uri, 0, 0, " "], "needs a text"),
            ([session.Uri, 5, 0, "x"], "number of a solution"),
            ([session.Uri, 0, 0, "x", "gone"], "taken back meanwhile")])
        {
            var failure = await Assert.ThrowsAsync<ServerFailure>(() => session.CommandAsync("reasoning.note", arguments));
            Assert.Contains(told, failure.Told, StringComparison.Ordinal);
        }

        var mark = await Assert.ThrowsAsync<ServerFailure>(() => session.CommandAsync("reasoning.mark", session.Uri, 0, 7));
        Assert.Contains("from 0 to 4", mark.Told, StringComparison.Ordinal);
    }

    private static Task<EditorSession> OpenAsync() => EditorSession.OpenAsync(Solutions.Sums,
        adapt: initialize => initialize["initializationOptions"] = new JsonObject { ["reviewer"] = "Ada" });

    private static async Task<System.Text.Json.JsonElement> StepAsync(EditorSession session, int step) =>
        (await session.RequestAsync("reasoning/steps")).GetProperty("traces")[0].GetProperty("steps")[step];
}
