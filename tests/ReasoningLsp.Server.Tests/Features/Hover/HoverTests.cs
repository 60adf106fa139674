using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Hover;

public sealed class HoverTests
{
    [Theory]
    [InlineData(8, "wrong", "the step says 5", "RR101")]
    [InlineData(10, "right", "it holds", "3 + 4 = 7 holds")]
    [InlineData(12, "not checkable", "may be right or wrong", "")]
    public async Task Each_state_is_said_in_words_of_its_own(int line, string state, string meaning, string evidence)
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var text = await TextAsync(session, line);
        Assert.StartsWith($"**Step {(line - 6) / 2}** — {state}\n", text, StringComparison.Ordinal);
        Assert.Contains(meaning, text, StringComparison.Ordinal);
        Assert.Contains(evidence, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "[RR101](command:reasoning.explainRule?%5B%22RR101%22%5D) ")]
    [InlineData(false, "RR101 75/55")]
    public async Task A_rule_is_linked_with_the_page_that_the_client_can_show_and_with_none_that_does_not_exist(bool isOurs, string told)
    {
        await using var session = await EditorSession.OpenAsync(
            "Step 1: The first part takes 75 / 55 = 1.8 hours.\n",
            adapt: initialize => initialize["capabilities"]!["experimental"] = new JsonObject { ["reasoningReview"] = isOurs });
        Assert.Contains($"\n\n{told}", await TextAsync(session, 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_evidence_is_worked_out()
    {
        await using var session = await EditorSession.OpenAsync(
            "Step 1: The first part takes 75 / 55 = 1.8 hours.\n",
            adapt: initialize => initialize["initializationOptions"] = new JsonObject { ["rulePages"] = "https://forge.example/r" });
        Assert.Equal(
            """
            **Step 1** — wrong

            [RR101](https://forge.example/r/blob/main/docs/rules/RR101.md) 75/55 = 15/11 ≈ 1.363636, the step says 1.8 hours.
            """, (await TextAsync(session, 0)).Split("\n\n[RR201]")[0], ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Where_the_client_shows_the_message_itself_the_hover_does_not_say_it_again()
    {
        await using var session = await EditorSession.OpenAsync(
            "Step 1: The first part takes 75 / 55 = 1.8 hours.\n",
            adapt: initialize => initialize["capabilities"]!["experimental"] = new JsonObject { ["reasoningReview"] = true });
        var there = await session.RequestAtAsync("textDocument/hover", 0, 43);
        Assert.Equal("**Step 1** — wrong", there.GetProperty("contents").GetProperty("value").GetString());
        Assert.Contains("the step says 1.8 hours", await TextAsync(session, 0), StringComparison.Ordinal);
        // A pointer that goes on to the value leaves the card in which it was said.
        var before = (await session.RequestAtAsync("textDocument/hover", 0, 20)).GetProperty("range").GetProperty("end");
        Assert.InRange(before.GetProperty("character").GetInt32(), 20, there.Place().From - 1);
        var end = there.GetProperty("range").GetProperty("end").GetProperty("character").GetInt32();
        Assert.Equal("=1.8 hours".Length, end - there.Place().From);
        // Over the letter before a diagnostic a client shows its message too.
        var (beside, further) = (await TextAsync(session, 0, 38), await TextAsync(session, 0, 37));
        Assert.Equal("**Step 1** — wrong", beside);
        Assert.Contains("the step says 1.8 hours", further, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_at_two_places_of_a_step_is_said_once()
    {
        const string Text = "Step 1: 12 * 50 = 610.\n\nStep 2: So 610 are there, and 610 - 23 = 587.\n\nAnswer: 610\n";
        await using var session = await EditorSession.OpenAsync(Text);
        await session.PushedAsync(1);
        await session.TypeAsync(2, 0, 18, 21, "600");
        await session.Client.NotifyAsync("textDocument/didSave", Editing.Document(session.Uri));
        var found = (await session.PushedAsync(2)).Where(each => each.GetProperty("code").GetString() == "RR003").ToList();
        Assert.Equal(
            ["This uses 610, which was corrected to 600 in step 1.",
                "The answer is still 610, which was corrected to 600 in step 1."],
            found.Select(each => each.GetProperty("message").GetString()));
        Assert.Equal([2, 4], found.Select(each => each.Place().Line));
        var hover = await TextAsync(session, 2);
        Assert.Equal(2, hover.Split("This uses 610").Length);
    }

    [Fact]
    public async Task What_decided_nothing_is_shown_with_the_reason_and_what_was_left()
    {
        await using var session = await EditorSession.OpenAsync("Step 1: So 12 m + 4 = 40, and `x = 3`.\n");
        var text = await TextAsync(session, 0);
        Assert.Contains("- ? `12 m + 4 = 40` (arithmetic, not decided: a letter may be a name or a unit)", text, StringComparison.Ordinal);
        Assert.Contains("- not read (code): `` `x = 3` ``", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_problem_gives_is_told_with_what_is_not_used_so_far()
    {
        await using var session = await EditorSession.OpenAsync(
            "Problem: A bus drives 75 miles at 55 mph and stops for 15 minutes.\n\nStep 1: 75 / 55 is about 1.36 hours.\n");
        var text = await TextAsync(session, 2);
        Assert.Contains("uses: 75 miles, 55 mph", text.Replace("`", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("not used so far: 15 minutes", text.Replace("`", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_markdown_gets_plain_text()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "eglot-1.9");
        var text = await TextAsync(session, 8);
        Assert.StartsWith("Step 1: wrong\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("**", text, StringComparison.Ordinal);
        Assert.DoesNotContain("`", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reviewed_text_cannot_mark_up_the_hover()
    {
        await using var session =
            await EditorSession.OpenAsync("Step 1 [x](command:evil) `![i](http://e)` <b>: 1 + 1 = 3 $`x` = <img src=x> 2 + 2 = 5$.\n");
        var text = await TextAsync(session, 0);
        Assert.DoesNotContain("](command:", text.Replace("\\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_hover_where_no_step_stands()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        Assert.Equal(JsonValueKind.Null, (await session.RequestAtAsync("textDocument/hover", 4, 2)).ValueKind);
    }

    private static async Task<string> TextAsync(EditorSession session, int line, int character = 12) =>
        (await session.RequestAtAsync("textDocument/hover", line, character)).GetProperty("contents").GetProperty("value").GetString()!;
}
