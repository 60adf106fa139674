using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Programs;

/// <summary>Programs in an editor: run only where a person said so, after a moment, and not again for a text that says the same.</summary>
public sealed class ProgramsTests
{
    private const string Text = "Step 1: We add.\n\n```python\nprint(40 + 2)\n```\n\n```output\n41\n```\n\nStep 2: And so on.\n";

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    [InlineData("\"yes\"")]
    public async Task Nothing_is_run_before_a_person_asks_for_it(string? setting)
    {
        var sandbox = new GivenPrograms();
        await using var session = await OpenAsync(sandbox, setting);
        await session.PushedAsync(1);
        session.Server.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("a program; not run", await HoverAsync(session), StringComparison.Ordinal);
        Assert.Equal(0, sandbox.Runs);
    }

    [Fact]
    public async Task A_wrong_output_is_underlined_after_a_moment_with_both_outputs()
    {
        var sandbox = new GivenPrograms();
        await using var session = await OpenAsync(sandbox, "true");
        Assert.Empty(await session.PushedAsync(1));
        Assert.Equal(0, sandbox.Runs);
        await RunAsync(session, "RR112");
        var hover = await HoverAsync(session, 7, 0);
        Assert.Contains("The program prints 42, not 41", hover, StringComparison.Ordinal);
        var fix = Assert.Single(await session.ActionsAsync(7, 0, "quickfix"),
            action => action.GetProperty("title").GetString()!.Contains("Replace 41 by 42", StringComparison.Ordinal));
        Assert.Equal("quickfix", fix.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task What_came_of_a_program_is_kept_until_it_says_something_else()
    {
        var sandbox = new GivenPrograms();
        await using var session = await OpenAsync(sandbox, "true");
        await RunAsync(session, "RR112");
        var runs = sandbox.Runs;
        await session.TypeAsync(2, 10, 8, 11, "Thus");
        Assert.Contains("RR112", await HoverAsync(session, 7, 0), StringComparison.Ordinal);
        session.Server.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(runs, sandbox.Runs);
        await session.TypeAsync(3, 7, 0, 2, "42");
        Assert.DoesNotContain("RR112", await HoverAsync(session, 7, 0), StringComparison.Ordinal);
        await RunAsync(session, "it prints what stands beside it");
        Assert.True(sandbox.Runs > runs);
    }

    [Fact]
    public async Task What_cannot_be_run_is_told_once()
    {
        await using var session = await OpenAsync(new GivenPrograms { Failure = "The interpreter is not here." }, "true");
        await AdvancedUntilAsync(session, () => session.Client.Received.Any(each => each.Method == "window/showMessage"));
        Assert.Equal("No program was run: The interpreter is not here.",
            Assert.Single(session.Client.Received, each => each.Method == "window/showMessage").Parameters.GetProperty("message")
                .GetString());
    }

    private static Task<EditorSession> OpenAsync(GivenPrograms sandbox, string? setting) => EditorSession.OpenAsync(Text,
        adapt: initialize =>
    {
        if (setting is not null)
            initialize["initializationOptions"] = new JsonObject { ["runPrograms"] = JsonNode.Parse(setting) };
    }, programs: () => sandbox);

    private static async Task RunAsync(EditorSession session, string told)
    {
        for (var tries = 0; !(await HoverAsync(session, 7, 0)).Contains(told, StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 300, session.Server.Log);
            session.Server.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task AdvancedUntilAsync(EditorSession session, Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 300, session.Server.Log);
            session.Server.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> HoverAsync(EditorSession session, int line = 0, int character = 9) =>
        (await session.RequestAtAsync("textDocument/hover", line, character)).GetProperty("contents").GetProperty("value").GetString()!;
}
