using System.Text.Json;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Outline;

public sealed class OutlineTests
{
    [Fact]
    public async Task The_outline_leads_from_the_problem_over_the_steps_to_the_answer()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var trace = Assert.Single((await session.RequestAsync("textDocument/documentSymbol")).EnumerateArray());
        Assert.Equal("1 wrong · 1 right · 1 not checkable", trace.GetProperty("detail").GetString());
        var children = trace.GetProperty("children").EnumerateArray().ToList();
        Assert.Equal(["Problem", "Step 1", "Step 2", "Step 3", "Answer"], children.Select(child => child.GetProperty("name").GetString()));
        Assert.Equal(["wrong", "right", "not checkable"],
            children.Skip(1).Take(3).Select(child => child.GetProperty("detail").GetString()));
        Assert.All(children, child => Assert.True(IsWithin(child.GetProperty("range"), trace.GetProperty("range"))));
        Assert.All(children.Append(trace),
            symbol => Assert.True(IsWithin(symbol.GetProperty("selectionRange"), symbol.GetProperty("range"))));
    }

    [Fact]
    public async Task The_outline_of_hundreds_of_solutions_has_no_steps()
    {
        var records = string.Concat(Enumerable.Repeat("{\"problem\": \"Add.\", \"steps\": [\"2 + 2 = 5\"]}\n", 301));
        await using var session = await EditorSession.OpenAsync(records, file: "a.trace.jsonl");
        var symbols = (await session.RequestAsync("textDocument/documentSymbol")).EnumerateArray().ToList();
        Assert.Equal(301, symbols.Count);
        Assert.All(symbols, symbol => Assert.False(symbol.TryGetProperty("children", out _)));
    }

    [Fact]
    public async Task A_client_without_trees_gets_a_list()
    {
        await using var session =
            await EditorSession.OpenAsync(Solutions.Sums,
            adapt: parameters => parameters["capabilities"]!["textDocument"]!.AsObject().Remove("documentSymbol"));
        var symbols = (await session.RequestAsync("textDocument/documentSymbol")).EnumerateArray().ToList();
        Assert.Equal(6, symbols.Count);
        Assert.All(symbols.Skip(1),
            symbol => Assert.Equal(symbols[0].GetProperty("name").GetString(), symbol.GetProperty("containerName").GetString()));
    }

    [Fact]
    public async Task Steps_of_several_lines_fold()
    {
        await using var session =
            await EditorSession.OpenAsync("## Problem\nAdd.\n\n## Solution\nStep 1: One\ntwo\nthree.\n\nStep 2: One line.\n");
        var folds = (await session.RequestAsync("textDocument/foldingRange")).EnumerateArray()
            .Select(fold => (fold.GetProperty("startLine").GetInt32(), fold.GetProperty("endLine").GetInt32())).ToList();
        Assert.Contains((4, 6), folds);
        Assert.DoesNotContain(folds, fold => fold.Item1 == 8);
    }

    [Fact]
    public async Task A_trace_has_a_lens_with_every_count_and_the_fixes_that_can_be_made()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var lenses = (await session.RequestAsync("textDocument/codeLens")).EnumerateArray().ToList();
        Assert.Equal(["1 wrong · 1 right · 1 not checkable", "Fix"],
            lenses.Select(lens => lens.GetProperty("command").GetProperty("title").GetString()));
        Assert.All(lenses, lens => Assert.Equal(4, lens.Place().Line));
        await session.Client.NotifyAsync("workspace/didChangeConfiguration",
            new { settings = new { reasoningReview = new { codeLens = false } } });
        Assert.Empty((await session.RequestAsync("textDocument/codeLens")).EnumerateArray());
    }

    [Fact]
    public async Task Of_hundreds_of_solutions_one_lens_speaks_for_all()
    {
        var right = string.Concat(Enumerable.Repeat("{\"problem\": \"Add.\", \"steps\": [\"2 + 2 = 4\"]}\n", 1_200));
        const string Wrong = "{\"problem\": \"Add.\", \"steps\": [\"2 + 2 = 5\"]}\n"
            + "{\"problem\": \"Add.\", \"steps\": [\"2 + 2 = 4\", \"The answer is 4.\"], \"answer\": \"5\"}\n";
        await using var session = await EditorSession.OpenAsync(right + Wrong, file: "a.trace.jsonl");
        var lens = Assert.Single((await session.RequestAsync("textDocument/codeLens")).EnumerateArray());
        Assert.Equal("1,202 solutions: 2 with something wrong", lens.GetProperty("command").GetProperty("title").GetString());
        Assert.Equal(0, lens.Place().Line);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("flagged", "8 ✗ 4")]
    [InlineData("all", "8 ✗ 4", "10 ✓ right", "12 ○ not checkable")]
    public async Task Hints_show_the_states_that_are_asked_for(string mode, params string[] expected)
    {
        await using var session =
            await EditorSession.OpenAsync(Solutions.Sums,
            adapt: parameters => parameters["initializationOptions"] = new System.Text.Json.Nodes.JsonObject { ["inlayHints"] = mode });
        var parameters = Editing.Document(session.Uri);
        parameters["range"] = Editing.Range(0, 0, 99, 0);
        var hints = (await session.Client.RequestAsync("textDocument/inlayHint", parameters)).EnumerateArray();
        Assert.Equal(expected, hints.Select(
            hint => $"{hint.GetProperty("position").GetProperty("line").GetInt32()} {hint.GetProperty("label").GetString()}"));
        parameters["range"] = Editing.Range(0, 0, 3, 0);
        Assert.Empty((await session.Client.RequestAsync("textDocument/inlayHint", parameters.DeepClone())).EnumerateArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_should_stand_in_the_place_of_a_value_is_said_behind_the_value_and_the_message_once(bool isOurs)
    {
        const string Text = "Step 1: It is 3 * 4 = 13,\nand 5 + 6 = 11 beside it.\n";
        await using var session = await EditorSession.OpenAsync(Text,
            adapt: parameters =>
            {
                parameters["initializationOptions"] = new System.Text.Json.Nodes.JsonObject { ["inlayHints"] = "flagged" };
                parameters["capabilities"]!["experimental"] = new System.Text.Json.Nodes.JsonObject { ["reasoningReview"] = isOurs };
            });
        var parameters = Editing.Document(session.Uri);
        parameters["range"] = Editing.Range(0, 0, 9, 0);
        var hint = Assert.Single((await session.Client.RequestAsync("textDocument/inlayHint", parameters)).EnumerateArray());
        Assert.Equal("✗ 12", hint.GetProperty("label").GetString());
        Assert.Equal((0, 24), (hint.GetProperty("position").GetProperty("line").GetInt32(),
            hint.GetProperty("position").GetProperty("character").GetInt32()));
        // VS Code shows the diagnostic's own message over the hint.
        Assert.Equal(!isOurs, hint.TryGetProperty("tooltip", out var said) && said.ValueKind == System.Text.Json.JsonValueKind.String);
    }

    [Fact]
    public async Task A_wrong_answer_is_counted_in_lens_and_outline_and_told_where_it_stands_and_at_no_step()
    {
        const string Text = "---\nanswer: 577\n---\n**Problem:** How many are left?\n\n## Solution\n\n"
            + "Step 1: So 600 - 22 = 578 are left.\n\n"
            + "Step 2: Check: 577 + 23 = 600.\n\n**Answer:** 578 pencils\n";
        await using var session = await EditorSession.OpenAsync(Text);
        var found = Assert.Single(await session.PushedAsync(1), each => each.GetProperty("code").GetString() == "RR390");
        Assert.Equal((11, 12), (found.Place().Line, found.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32()));
        var lens = (await session.RequestAsync("textDocument/codeLens"))[0].GetProperty("command").GetProperty("title").GetString();
        Assert.Equal("2 right · answer wrong", lens);
        var trace = Assert.Single((await session.RequestAsync("textDocument/documentSymbol")).EnumerateArray());
        Assert.Equal("wrong", trace.GetProperty("children").EnumerateArray().Last().GetProperty("detail").GetString());
        var hover = (await session.RequestAtAsync("textDocument/hover", 11, 13)).GetProperty("contents").GetProperty("value").GetString();
        Assert.Contains("The final answer is 578 pencils, the reference answer 577", hover, StringComparison.Ordinal);
        Assert.DoesNotContain("RR390", (await session.RequestAtAsync("textDocument/hover", 9, 9)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_above_a_solution_is_never_longer_than_a_narrow_window()
    {
        var steps = string.Concat(Enumerable.Range(1, 40).Select(step => (step % 4) switch
        {
            0 => $"Step {step}: So {step} + 1 = {step}.\n\n",
            1 => $"Step {step}: It goes on.\n\n",
            _ => $"Step {step}: So {step} + 1 = {step + 1}.\n\n",
        }));
        await using var session = await EditorSession.OpenAsync(
            $"---\nanswer: 3\nchecklist: worked-solution\n---\n## Solution\n\n{steps}**Answer:** 4\n");
        var titles = (await session.RequestAsync("textDocument/codeLens")).EnumerateArray()
            .Select(lens => lens.GetProperty("command").GetProperty("title").GetString());
        var line = string.Join(" | ", titles);
        Assert.StartsWith(
            "10 wrong · 20 right · 10 not checkable · answer wrong | Fix all 10 | Checklist ", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 1, 100);
    }

    private static bool IsWithin(JsonElement inner, JsonElement outer) =>
        Key(outer.GetProperty("start")).CompareTo(Key(inner.GetProperty("start"))) <= 0
        && Key(inner.GetProperty("end")).CompareTo(Key(outer.GetProperty("end"))) <= 0;

    private static (int, int) Key(JsonElement position) =>
        (position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());
}
