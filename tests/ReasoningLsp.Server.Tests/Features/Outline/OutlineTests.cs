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
        Assert.Equal("3 steps · 1 flagged · 1 checked · 1 nothing checkable", trace.GetProperty("detail").GetString());
        var children = trace.GetProperty("children").EnumerateArray().ToList();
        Assert.Equal(["Problem", "Step 1", "Step 2", "Step 3", "Answer"], children.Select(child => child.GetProperty("name").GetString()));
        Assert.Equal(["flagged", "checked", "nothing checkable"],
            children.Skip(1).Take(3).Select(child => child.GetProperty("detail").GetString()));
        Assert.All(children, child => Assert.True(IsWithin(child.GetProperty("range"), trace.GetProperty("range"))));
        Assert.All(children.Append(trace),
            symbol => Assert.True(IsWithin(symbol.GetProperty("selectionRange"), symbol.GetProperty("range"))));
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
        Assert.Equal(["3 steps · 1 flagged · 1 checked · 1 nothing checkable", "Make 1 exact fix"],
            lenses.Select(lens => lens.GetProperty("command").GetProperty("title").GetString()));
        Assert.All(lenses, lens => Assert.Equal(4, lens.Place().Line));
        await session.Client.NotifyAsync("workspace/didChangeConfiguration",
            new { settings = new { reasoningReview = new { codeLens = false } } });
        Assert.Empty((await session.RequestAsync("textDocument/codeLens")).EnumerateArray());
    }

    [Theory]
    [InlineData("off")]
    [InlineData("flagged", "8 ✗ 4")]
    [InlineData("all", "8 ✗ 4", "10 ✓ checked", "12 ○ nothing checkable")]
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

    private static bool IsWithin(JsonElement inner, JsonElement outer) =>
        Key(outer.GetProperty("start")).CompareTo(Key(inner.GetProperty("start"))) <= 0
        && Key(inner.GetProperty("end")).CompareTo(Key(outer.GetProperty("end"))) <= 0;

    private static (int, int) Key(JsonElement position) =>
        (position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());
}
