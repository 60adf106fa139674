using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Review.Decisions;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Desks;

/// <summary>The desk as a client asks for it: opened, listed, read, decided at, undone.</summary>
public sealed class DeskTests
{
    // Two make the same mistake, one makes another, one is right.
    private const string Records = """
        {"id": "ann", "problem": "Add.", "steps": ["So $2 + 2 = 5$.", "Then 3 + 4 = 7."]}
        {"id": "ben", "problem": "Add.", "steps": ["So $2 + 3 = 6$.", "Then 3 + 4 = 7."]}
        {"id": "eve", "problem": "Multiply.", "steps": ["All 3 * 4 = 13 apples.", "Then 3 + 4 = 7."]}
        {"id": "joe", "problem": "Add.", "steps": ["So 2 + 2 = 4.", "Then 3 + 4 = 7."]}

        """;

    [Fact]
    public async Task A_file_of_records_is_listed_flagged_ones_first_and_read_with_its_mathematics()
    {
        await using var desk = await DeskSession.BeginAsync(Records);
        var list = await desk.ListAsync("all");
        Assert.Equal((4, 4), (list.GetProperty("total").GetInt32(), list.GetProperty("all").GetInt32()));
        var rows = await desk.PageAsync(0, 10);
        Assert.Equal("joe", rows[^1].GetProperty("name").GetString());
        Assert.Equal(["flagged", "flagged", "flagged", "right"], rows.Select(row => row.GetProperty("state").GetString()));
        Assert.Single(await desk.PageAsync(1, 1));
        Assert.Equal(3, (await desk.ListAsync("flagged")).GetProperty("total").GetInt32());
        Assert.Equal(4, (await desk.ListAsync("undecided")).GetProperty("total").GetInt32());

        var trace = (await desk.AskAsync("trace", ("row", 0))).GetProperty("trace");
        var step = trace.GetProperty("steps")[0];
        Assert.Equal("flagged", step.GetProperty("state").GetString());
        Assert.Equal("inlineMath", step.GetProperty("parts")[1].GetProperty("kind").GetString());
        Assert.NotEmpty(step.GetProperty("findings")[0].GetProperty("evidence").EnumerateArray());
        Assert.Equal("checked", trace.GetProperty("steps")[1].GetProperty("state").GetString());
        Assert.Equal("1 wrong · 1 right", trace.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task What_is_said_is_a_line_each_shown_at_once_and_undone_by_a_line()
    {
        await using var desk = await DeskSession.BeginAsync(Records);
        await desk.ListAsync("all");
        Assert.Equal("Accepted RR101 in step 1.", await desk.SayAsync(0, "accepted"));
        Assert.Equal("Dismissed RR101 in step 1.", await desk.SayAsync(1, "wrong-finding", ("step", 0), ("text", "meant so")));
        Assert.Equal("Asked Ms Ray of RR101 in step 1.", await desk.SayAsync(2, "asked", ("whom", "Ms Ray"), ("text", "Is it?")));
        Assert.Equal("Mark 3 of 4.", await desk.SayAsync(0, "mark", ("mark", 3)));
        Assert.Equal("Note at step 2.", await desk.SayAsync(0, "note", ("step", 1), ("text", "Say why")));
        Assert.Equal([DecisionKind.Accepted, DecisionKind.WrongFinding, DecisionKind.Asked, DecisionKind.Mark, DecisionKind.Note],
            desk.Log.Select(decision => decision.Kind));
        Assert.Equal("accepted", (await desk.RowAsync(0)).GetProperty("state").GetString());
        Assert.Equal("dismissed", (await desk.RowAsync(1)).GetProperty("state").GetString());
        Assert.Equal("asked", (await desk.RowAsync(2)).GetProperty("state").GetString());
        var row = await desk.RowAsync(0);
        Assert.Equal((3, 1), (row.GetProperty("mark").GetInt32(), row.GetProperty("notes").GetInt32()));
        Assert.All(desk.Log, decision => Assert.Equal(("a.trace.jsonl", "Ada"), (decision.File, decision.Who)));

        var trace = (await desk.AskAsync("trace", ("row", 0))).GetProperty("trace");
        Assert.Equal("accepted", trace.GetProperty("steps")[0].GetProperty("findings")[0].GetProperty("decision").GetString());
        Assert.Equal("Say why", trace.GetProperty("steps")[1].GetProperty("notes")[0].GetProperty("text").GetString());
        // The list stands as it was; listed anew, what is decided is gone from the undecided.
        Assert.Equal(2, (await desk.ListAsync("undecided")).GetProperty("total").GetInt32());
        Assert.Equal(2, (await desk.ListAsync("flagged")).GetProperty("total").GetInt32());

        Assert.Equal("Undone: Note at step 2.", await desk.UndoAsync());
        Assert.Equal("Undone: Mark 3 of 4.", await desk.UndoAsync());
        Assert.Equal("Undone: Asked Ms Ray of RR101 in step 1.", await desk.UndoAsync());
        Assert.Equal("Undone: Dismissed RR101 in step 1.", await desk.UndoAsync());
        Assert.Equal("flagged", (await desk.RowAsync(1)).GetProperty("state").GetString());
        Assert.Equal(9, desk.Log.Count);
        Assert.False((await desk.RowAsync(0)).TryGetProperty("mark", out _));
    }

    [Fact]
    public async Task Scores_that_records_bring_stand_at_their_steps()
    {
        await using var desk = await DeskSession.BeginAsync("""
            {"id": "ann", "problem": "Add.", "steps": ["So 2 + 2 = 4.", "Then 3 + 4 = 7."], "prm_scores": [0.75, 0.25]}
            {"id": "ben", "problem": "Add.", "steps": ["So 2 + 2 = 4."], "prm_scores": [0.75, 0.25]}

            """);
        double?[] Scores(JsonElement trace) => [.. trace.GetProperty("trace").GetProperty("steps").EnumerateArray()
            .Select(step => step.TryGetProperty("score", out var score) ? score.GetDouble() : (double?)null)];
        Assert.Equal([0.75, 0.25], Scores(await desk.AskAsync("trace", ("row", 0))));
        Assert.Equal("a model doubts step 2 (0.25)", (await desk.RowAsync(0)).GetProperty("why").GetString());
        // Of another number of steps they are none of these.
        Assert.Equal([null], Scores(await desk.AskAsync("trace", ("row", 1))));
    }

    [Fact]
    public async Task Items_of_a_checklist_are_decided_and_undone()
    {
        await using var desk = await DeskSession.BeginAsync(Records);
        Assert.Contains("No checklist was applied", await desk.RefusedAsync("decide", ("row", 0), ("decision", "item-verdict"), ("item", 0),
            ("verdict", "no")), StringComparison.Ordinal);
        desk.Folder.Write(".reasoning/runs/r/run.json", "{}");
        desk.Folder.Write(".reasoning/runs/r/traces.jsonl", """
            {"unit":0,"file":"a.jsonl","trace":0,"id":"t","states":["checked"],"findings":[],"checklist":[
            {"item":"Is it short?","verdict":"yes","pYes":0.9,"by":"judge j","evidence":"it is","step":0},
            {"item":"Is it right?","verdict":"unsure","pYes":null,"by":"nobody: no judge","evidence":""}],
            "record":{"problem":"p","steps":["So 2 + 2 = 4."]}}
            """.ReplaceLineEndings("") + "\n");
        await desk.OpenAsync(".reasoning/runs/r");
        Assert.Equal("Item 1: no.", await desk.SayAsync(0, "item-verdict", ("item", 0), ("verdict", "no"), ("text", "It is long")));
        Assert.Equal("Item 2: yes.", await desk.SayAsync(0, "item-verdict", ("item", 1), ("verdict", "YES")));
        string[] Items(JsonElement trace) => [.. trace.GetProperty("trace").GetProperty("checklist").EnumerateArray().Select(item =>
            $"{item.GetProperty("verdict").GetString()}, {item.GetProperty("by").GetString()}: "
                + item.GetProperty("evidence").GetString())];
        string[] decided = ["no, reviewer Ada: It is long",
            "yes, reviewer Ada: decided by a person; before: unsure, nobody: no judge"];
        Assert.Equal(decided, Items(await desk.AskAsync("trace", ("row", 0))));
        Assert.Equal([DecisionKind.ItemVerdict, DecisionKind.ItemVerdict], desk.Log.Select(said => said.Kind));
        Assert.All(desk.Log, said => Assert.Equal(("a.jsonl", "Ada", "RR501"), (said.File, said.Who, said.Rule)));
        Assert.Equal("Undone: Item 2: yes.", await desk.UndoAsync());
        Assert.Equal("Undone: Item 1: no.", await desk.UndoAsync());
        Assert.Equal(["yes, judge j: it is", "unsure, nobody: no judge: "], Items(await desk.AskAsync("trace", ("row", 0))));
        Assert.Contains("\"verdict\" is yes", await desk.RefusedAsync("decide", ("row", 0), ("decision", "item-verdict"), ("item", 0),
            ("verdict", "maybe")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_a_second_word_brings_the_first_back()
    {
        await using var desk = await DeskSession.BeginAsync(Records);
        await desk.SayAsync(0, "accepted");
        await desk.SayAsync(0, "wrong-finding");
        await desk.SayAsync(0, "mark", ("mark", 1));
        await desk.SayAsync(0, "mark", ("mark", 2));
        await desk.UndoAsync();
        Assert.Equal(1, (await desk.RowAsync(0)).GetProperty("mark").GetInt32());
        await desk.UndoAsync();
        await desk.UndoAsync();
        Assert.Equal("accepted", (await desk.RowAsync(0)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_same_mistake_is_decided_once_for_all_whom_it_concerns()
    {
        // Ben writes Ann's mistake otherwise; Kim's numbers are others, so that what is said of Ann's is not said of Kim's.
        await using var desk = await DeskSession.BeginAsync("""
            {"id": "ann", "problem": "Add.", "steps": ["So $2 + 2 = 5$.", "Then 3 + 4 = 7."]}
            {"id": "ben", "problem": "Add.", "steps": ["We get 2+2 = 5."]}
            {"id": "kim", "problem": "Add.", "steps": ["So $2 + 3 = 6$.", "Then 3 + 4 = 7."]}

            """);
        var group = Assert.Single((await desk.AskAsync("groups")).GetProperty("groups").EnumerateArray());
        Assert.Equal((2, 0), (group.GetProperty("rows").GetInt32(), group.GetProperty("decided").GetInt32()));
        var key = group.GetProperty("key").GetString();
        Assert.Equal(2, (await desk.ListAsync("all", key)).GetProperty("total").GetInt32());
        Assert.Equal("Accepted RR101 in 2 solutions.", await desk.SayAsync(0, "accepted", ("group", key)));
        Assert.All(await desk.PageAsync(0, 10), row => Assert.Equal("accepted", row.GetProperty("state").GetString()));
        Assert.Equal("accepted", (await desk.AskAsync("groups")).GetProperty("groups")[0].GetProperty("state").GetString());
        await desk.ListAsync("all");
        Assert.Equal(["accepted", "accepted", "flagged"],
            (await desk.PageAsync(0, 10)).Select(row => row.GetProperty("state").GetString()!).Order(StringComparer.Ordinal));
        await desk.UndoAsync();
        Assert.Equal(0, (await desk.AskAsync("groups")).GetProperty("groups")[0].GetProperty("decided").GetInt32());
    }

    [Fact]
    public async Task Who_wrote_the_same_text_is_named_in_the_list()
    {
        await using var desk = await DeskSession.BeginAsync("""
            {"id": "ann", "problem": "Add.", "steps": ["So 2 + 2 = 4."]}
            {"id": "ben", "problem": "Add.", "steps": ["So 2 + 3 = 5."]}
            {"id": "kim", "problem": "Add.", "steps": ["So 2 + 2 = 4."]}

            """);
        await desk.ListAsync("all");
        var why = (await desk.PageAsync(0, 3)).ToDictionary(row => row.GetProperty("name").GetString()!,
            row => row.GetProperty("why").GetString()!);
        Assert.EndsWith(" · the same text as kim", why["ann"], StringComparison.Ordinal);
        Assert.EndsWith(" · the same text as ann", why["kim"], StringComparison.Ordinal);
        Assert.DoesNotContain("same text", why["ben"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_and_a_folder_are_opened_and_what_cannot_be_is_told()
    {
        await using var desk = await DeskSession.BeginAsync(Records);
        desk.Folder.Write("class/Ann.solution.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5\n");
        desk.Folder.Write("class/Ben.solution.md", "Problem: Add.\n\nStep 1: 2 + 2 = 4\n");
        await desk.OpenAsync("class");
        Assert.Equal(2, (await desk.ListAsync("all")).GetProperty("total").GetInt32());
        Assert.Equal("class/Ann.solution.md", (await desk.PageAsync(0, 1))[0].GetProperty("name").GetString());
        Assert.EndsWith("class/Ann.solution.md", (await desk.AskAsync("trace", ("row", 0))).GetProperty("uri").GetString(),
            StringComparison.Ordinal);

        desk.Folder.Write(".reasoning/runs/hw/run.json", "{}");
        Assert.Contains("has no lines yet", await desk.RefusalAsync(".reasoning/runs/hw"), StringComparison.Ordinal);
        const string Line = """{"unit":0,"schema":1,"file":"a.md","trace":0,"id":"kept","states":["flagged"],"""
            + """ "findings":[{"rule":"RR101","severity":"error","step":0,"message":"no"}],"scores":[{"value":0.2,"profile":"p"}],"""
            + """ "checklist":[{"item":"Why?","verdict":"no","by":"check","evidence":"e"}],"""
            + """ "record":{"problem":"p","steps":["1 + 1 = 3"]}}""";
        desk.Folder.Write(".reasoning/runs/hw/traces.jsonl", Line + "\n" + Line[..40]);
        await desk.OpenAsync(".reasoning/runs/hw/traces.jsonl");
        Assert.Equal("kept", Assert.Single(await desk.PageOfAsync("all")).GetProperty("name").GetString());
        var trace = (await desk.AskAsync("trace", ("row", 0))).GetProperty("trace");
        Assert.Equal(0.2, trace.GetProperty("steps")[0].GetProperty("score").GetDouble());
        Assert.Equal("Why?", trace.GetProperty("checklist")[0].GetProperty("question").GetString());
        desk.Folder.Write(".reasoning/runs/hw/traces.jsonl", "no line\n");
        await desk.OpenAsync(".reasoning/runs/hw");
        Assert.Contains("no line of a run", (await desk.ListAsync("all")).GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Contains("not there any more", await desk.RefusalAsync("gone.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_a_sentence()
    {
        await using var desk = await DeskSession.BeginAsync(Records);
        Assert.Contains("nothing to undo", await desk.RefusedAsync("undo"), StringComparison.Ordinal);
        Assert.Contains("no finding here", await desk.RefusedAsync("decide", ("row", 3), ("decision", "accepted")),
            StringComparison.Ordinal);
        Assert.Contains("from 0 to 4", await desk.RefusedAsync("decide", ("row", 3), ("decision", "mark"), ("mark", 5)),
            StringComparison.Ordinal);
        Assert.Contains("not \"praise\"", await desk.RefusedAsync("decide", ("row", 3), ("decision", "praise")), StringComparison.Ordinal);
        Assert.Contains("no such row", await desk.RefusedAsync("trace", ("row", 9)), StringComparison.Ordinal);
        Assert.Contains("no such step", await desk.RefusedAsync("decide", ("row", 3), ("decision", "note"), ("step", 9), ("text", "x")),
            StringComparison.Ordinal);
        await desk.Client.NotifyAsync("reasoning/desk/close", new JsonObject { ["desk"] = desk.Number });
        Assert.Contains("closed", await desk.RefusedAsync("groups"), StringComparison.Ordinal);
        Assert.False(File.Exists(desk.Folder.At(".reasoning/decisions.jsonl")));
    }
}
