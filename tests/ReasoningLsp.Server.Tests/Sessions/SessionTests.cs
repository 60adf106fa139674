using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Sessions;

/// <summary>What every feature shares tells a person once.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_configuration_that_cannot_be_read_is_named_once_with_place_and_remedy()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        await session.PushedAsync(1);
        session.Folder.Write("reasoning-review.json", "{ \"rules\": { \"RR101\": \"loud\" } }");
        for (var save = 0; save < 3; save++)
            await session.Client.NotifyAsync("textDocument/didSave", Editing.Document(session.Uri));
        var message = (await session.Client.WaitForAsync(each => each.Method == "window/showMessage")).Parameters.GetProperty("message")
            .GetString()!;
        Assert.Contains("reasoning-review.json:1:", message, StringComparison.Ordinal);
        await session.RequestAsync("textDocument/codeLens");
        Assert.Single(session.Client.Received, each => each.Method == "window/showMessage");
    }
}
