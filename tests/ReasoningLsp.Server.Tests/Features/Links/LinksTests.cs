using System.Text.Json;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Links;

public sealed class LinksTests
{
    private const string Text = """
        Step 1: We have $x + y = 10$. (1)

        Step 2: So $y = 4$ and with it $x = 6$.

        Step 3: From step 1 and steps 2 and 7 we get, by (1), $x_1 = 2x = 12$.

        Step 4: By step 3, $x_{1} + y = 16$.
        """;

    [Fact]
    public async Task What_is_spoken_of_is_linked_if_it_exists()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        var links = (await session.RequestAsync("textDocument/documentLink")).EnumerateArray().ToList();
        Assert.Equal(
            ["step 1 → 1", "steps 2 → 3", "(1) → 1", "step 3 → 5"],
            links.Select(link => $"{Quote(link)} → {link.GetProperty("target").GetString()!.Split("#L")[1]}"));
    }

    [Theory]
    [InlineData(4, 15, 0, 0)]
    [InlineData(4, 50, 0, 30)]
    [InlineData(6, 11, 4, 0)]
    [InlineData(0, 17, 2, 32)]
    [InlineData(6, 28, 2, 12)]
    [InlineData(6, 21, 4, 55)]
    public async Task Definition_leads_to_where_it_is_fixed(int line, int character, int toLine, int toCharacter)
    {
        await using var session = await EditorSession.OpenAsync(Text);
        var place = Assert.Single((await session.RequestAtAsync("textDocument/definition", line, character)).EnumerateArray()).Place();
        Assert.Equal((toLine, toCharacter), (place.Line, place.From));
    }

    [Fact]
    public async Task References_are_the_uses_of_a_quantity_by_its_whole_name()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        Assert.Equal([(0, 17), (4, 62)], await ReferencesAsync(session, 0, 17, false));
        Assert.Equal([(0, 17), (2, 32), (4, 62)], await ReferencesAsync(session, 0, 17, true));
        Assert.Equal([(6, 20)], await ReferencesAsync(session, 6, 21, false));
    }

    [Fact]
    public async Task References_of_a_step_are_those_who_speak_of_it()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        Assert.Equal([(6, 11)], await ReferencesAsync(session, 4, 2, false));
        Assert.Equal([(4, 49)], await ReferencesAsync(session, 0, 31, false));
        Assert.Empty((await session.RequestAtAsync("textDocument/definition", 0, 10)).EnumerateArray());
    }

    private static async Task<IEnumerable<(int, int)>> ReferencesAsync(EditorSession session, int line, int character,
        bool includeDeclaration)
    {
        var parameters = Editing.At(session.Uri, line, character);
        parameters["context"] = new System.Text.Json.Nodes.JsonObject { ["includeDeclaration"] = includeDeclaration };
        return (await session.Client.RequestAsync("textDocument/references", parameters)).EnumerateArray()
            .Select(location => (location.Place().Line, location.Place().From));
    }

    private static string Quote(JsonElement link)
    {
        var (line, from, to) = link.Place();
        return Text.Split('\n')[line][from..to];
    }
}
