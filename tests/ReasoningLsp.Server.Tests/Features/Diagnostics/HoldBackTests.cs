using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Diagnostics;

/// <summary>Findings in the step that is being typed wait.</summary>
public sealed class HoldBackTests
{
    private const string Text = "Step 1: So 2 + 2 = 4.\n\nStep 2: And 3 + 4 = 7.\n";

    [Fact]
    public async Task A_new_finding_waits_two_seconds()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        await BreakAsync(session);
        session.Server.Clock.Advance(TimeSpan.FromSeconds(1.9));
        var before = session.Client.Received.Count;
        session.Server.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Contains("RR101", (await session.PushedAsync(2, before)).Codes());
    }

    [Fact]
    public async Task What_would_stand_behind_the_value_waits_with_its_finding()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        await BreakAsync(session);
        Assert.Empty(await HintsAsync());
        var before = session.Client.Received.Count;
        await session.Client.NotifyAsync("textDocument/didSave", Editing.Document(session.Uri));
        await session.PushedAsync(2, before);
        Assert.Equal("✗ 4", Assert.Single(await HintsAsync()));

        async Task<string?[]> HintsAsync()
        {
            var parameters = Editing.Document(session.Uri);
            parameters["range"] = Editing.Range(0, 0, 9, 0);
            return [.. (await session.Client.RequestAsync("textDocument/inlayHint", parameters)).EnumerateArray()
                .Select(hint => hint.GetProperty("label").GetString())];
        }
    }

    [Fact]
    public async Task Every_keystroke_begins_the_wait_anew()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        await BreakAsync(session);
        session.Server.Clock.Advance(TimeSpan.FromSeconds(1.5));
        await session.TypeAsync(3, 0, 19, 20, "6");
        Assert.DoesNotContain("RR101", (await session.PushedAsync(3)).Codes());
        session.Server.Clock.Advance(TimeSpan.FromSeconds(1.5));
        await session.TypeAsync(4, 0, 19, 20, "7");
        Assert.DoesNotContain("RR101", (await session.PushedAsync(4)).Codes());
        var before = session.Client.Received.Count;
        session.Server.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("RR101", (await session.PushedAsync(4, before)).Codes());
    }

    [Fact]
    public async Task An_edit_elsewhere_ends_the_wait()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        await BreakAsync(session);
        await session.TypeAsync(3, 2, 20, 21, "8");
        var found = await session.PushedAsync(3);
        Assert.Equal(0, Assert.Single(found, each => each.GetProperty("code").GetString() == "RR101").Place().Line);
    }

    [Fact]
    public async Task Saving_ends_the_wait()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        await BreakAsync(session);
        var before = session.Client.Received.Count;
        await session.Client.NotifyAsync("textDocument/didSave", Editing.Document(session.Uri));
        Assert.Contains("RR101", (await session.PushedAsync(2, before)).Codes());
    }

    [Fact]
    public async Task A_caret_that_leaves_the_step_ends_the_wait_and_one_that_stays_does_not()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        await BreakAsync(session);
        var before = session.Client.Received.Count;
        await session.Client.NotifyAsync("$/reasoning/caret", Editing.At(session.Uri, 0, 3));
        // Answered in order: whatever the caret brought about has come by then.
        await session.RequestAsync("textDocument/foldingRange");
        Assert.Equal(before, session.Client.Received.Count);
        await session.Client.NotifyAsync("$/reasoning/caret", Editing.At(session.Uri, 2, 0));
        Assert.Contains("RR101", (await session.PushedAsync(2, before)).Codes());
    }

    [Fact]
    public async Task A_finding_that_was_shown_stays_while_it_holds_and_goes_at_once()
    {
        await using var session = await EditorSession.OpenAsync("Step 1: So 2 + 2 = 5.\n");
        Assert.Contains("RR101", (await session.PushedAsync(1)).Codes());
        await session.TypeAsync(2, 0, 8, 8, "And ");
        Assert.Equal((0, 23, 24),
            Assert.Single(await session.PushedAsync(2), each => each.GetProperty("code").GetString() == "RR101").Place());
        await session.TypeAsync(3, 0, 23, 24, "6");
        Assert.Contains("RR101", (await session.PushedAsync(3)).Codes());
        await session.TypeAsync(4, 0, 23, 24, "4");
        Assert.DoesNotContain("RR101", (await session.PushedAsync(4)).Codes());
        // Gone is gone: the next one is a new one.
        await session.TypeAsync(5, 0, 23, 24, "5");
        Assert.DoesNotContain("RR101", (await session.PushedAsync(5)).Codes());
    }

    [Fact]
    public async Task A_finding_in_a_later_step_does_not_wait()
    {
        await using var session = await EditorSession.OpenAsync("Step 1: Here $2x + 3 = 17$.\n\nStep 2: Subtracting 3 gives $2x = 14$.\n");
        Assert.DoesNotContain("RR105", (await session.PushedAsync(1)).Codes());
        await session.TypeAsync(2, 0, 23, 25, "11");
        Assert.Equal(2, Assert.Single(await session.PushedAsync(2), each => each.GetProperty("code").GetString() == "RR105").Place().Line);
    }

    [Fact]
    public async Task Many_changes_at_once_are_no_typing()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        await session.PushedAsync(1);
        await session.Client.ChangeAsync(session.Uri, 2, Editing.Change(2, 20, 2, 21, "8"), Editing.Change(0, 19, 0, 20, "5"));
        Assert.Equal(2, (await session.PushedAsync(2)).Codes().Count(code => code == "RR101"));
    }

    [Fact]
    public async Task The_setting_turns_it_off()
    {
        await using var session =
            await EditorSession.OpenAsync(Text,
            adapt: parameters => parameters["initializationOptions"] = new JsonObject { ["holdBack"] = false });
        await session.PushedAsync(1);
        await session.TypeAsync(2, 0, 19, 20, "5");
        Assert.Contains("RR101", (await session.PushedAsync(2)).Codes());
    }

    [Fact]
    public async Task A_client_that_pulls_is_asked_to_pull_again_when_the_wait_is_over()
    {
        await using var session = await EditorSession.OpenAsync(Text, "vscode");
        await session.TypeAsync(2, 0, 19, 20, "5");
        Assert.DoesNotContain("RR101", (await session.Client.PullAsync(session.Uri)).Codes());
        session.Server.Clock.Advance(TimeSpan.FromSeconds(2));
        await session.Client.WaitForAsync(message => message.Method == "workspace/diagnostic/refresh");
        Assert.Contains("RR101", (await session.Client.PullAsync(session.Uri)).Codes());
    }

    private static async Task BreakAsync(EditorSession session)
    {
        Assert.DoesNotContain("RR101", (await session.PushedAsync(1)).Codes());
        await session.TypeAsync(2, 0, 19, 20, "5");
        Assert.DoesNotContain("RR101", (await session.PushedAsync(2)).Codes());
    }
}
