using ReasoningLsp.Review.Findings;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Completion;

public sealed class CompletionTests
{
    [Fact]
    public async Task Front_matter_offers_the_keys_that_are_not_there_yet()
    {
        const string Text = "---\nanswer: 4\npr\n---\nText\n";
        await using var session = await EditorSession.OpenAsync(Text, file: "README.md");
        var items = await ItemsAsync(session, 2, 2);
        Assert.Contains("problem", items.Keys);
        Assert.DoesNotContain("answer", items.Keys);
        Assert.Equal("---\nanswer: 4\nproblem: \n---\nText\n",
            Editing.Apply(Text, System.Text.Json.JsonElement.Parse($"[{items["problem"].GetProperty("textEdit").GetRawText()}]")));
        Assert.Empty(await ItemsAsync(session, 4, 2));
    }

    [Fact]
    public async Task A_comment_offers_directives_and_then_rules()
    {
        await using var session =
            await EditorSession.OpenAsync("<!-- reasoning-dis -->\n<!-- reasoning-disable-step RR1 -->\nStep 1: RR\n");
        Assert.Contains("reasoning-disable-next-step", (await ItemsAsync(session, 0, 18)).Keys);
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id).Order(StringComparer.Ordinal),
            (await ItemsAsync(session, 1, 31)).Keys.Order(StringComparer.Ordinal));
        Assert.Empty(await ItemsAsync(session, 1, 35));
        Assert.Empty(await ItemsAsync(session, 2, 10));
    }

    private static async Task<Dictionary<string, System.Text.Json.JsonElement>> ItemsAsync(EditorSession session, int line,
        int character) =>
        (await session.RequestAtAsync("textDocument/completion", line, character)).GetProperty("items").EnumerateArray()
        .ToDictionary(item => item.GetProperty("label").GetString()!);
}
