using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Reports;

/// <summary>Reviews of all that is open, on a person's word.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task A_workspace_is_reviewed_with_honest_counts()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        session.Folder.Write("b.solution.md", "Step 1: 1 + 1 = 2.\n");
        session.Folder.Write("README.md", "2 + 2 = 5\n");
        using var other = new TestFolder();
        other.Write("c.solution.txt", "Step 1: 2 + 2 = 5.\n");
        await session.Client.NotifyAsync("workspace/didChangeWorkspaceFolders",
            new
            {
                @event = new
                {
                    added = new[] { new { uri = new Uri(other.Path).AbsoluteUri, name = "other" } },
                    removed = Array.Empty<object>()
                }
            });
        // The document that is open is no file yet, and what is no file is not in the workspace.
        var result = await session.CommandAsync("reasoning.reviewWorkspace");
        Assert.Equal((2, 2, 1, 1, false), (
            result.GetProperty("files").GetInt32(), result.GetProperty("steps").GetInt32(), result.GetProperty("flagged").GetInt32(),
            result.GetProperty("checked").GetInt32(), result.GetProperty("cancelled").GetBoolean()));
        Assert.Equal(other.Uri("c.solution.txt"),
            Assert.Single(result.GetProperty("flaggedFiles").EnumerateArray()).GetProperty("uri").GetString());

        var progress = session.Client.Received.Where(message => message.Method == "$/progress")
            .Select(message => message.Parameters.GetProperty("value")).ToList();
        Assert.Equal(["begin", "report", "report", "report", "end"], progress.Select(value => value.GetProperty("kind").GetString()));
        Assert.Equal(["0 of 2 files · 0 steps flagged", "1 of 2 files · 0 steps flagged", "2 of 2 files · 1 steps flagged"],
            progress.Skip(1).Take(3).Select(value => value.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_report_is_to_be_had_as_Markdown()
    {
        await using var session = await EditorSession.OpenAsync("**Problem:** Two *bags* of 2.\n\nStep 1: 2 + 2 = 5.\n");
        var text = (await session.CommandAsync("reasoning.reportText", session.Uri)).GetString()!;
        Assert.StartsWith("# Review\n", text, StringComparison.Ordinal);
        Assert.Contains("- **error**, line 3, step 1: ", text, StringComparison.Ordinal);
        Assert.Contains("errors: 1;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_of_the_workspace_can_be_cancelled()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        session.Folder.Write("b.solution.md", "Step 1: 1 + 1 = 2.\n");
        // A hasty person: the progress is cancelled before the client has said that it shows it.
        session.Client.Delays["window/workDoneProgress/create"] = async request =>
        {
            await session.Client.NotifyAsync("window/workDoneProgress/cancel", new { token = request.GetProperty("token") });
            // Answered in order: the cancellation has been heard by then.
            await session.RequestAsync("textDocument/foldingRange");
        };
        var result = await session.CommandAsync("reasoning.reviewWorkspace");
        Assert.Equal((true, 0), (result.GetProperty("cancelled").GetBoolean(), result.GetProperty("files").GetInt32()));
        Assert.Equal("end", session.Client.Received.Last(message => message.Method == "$/progress").Parameters.GetProperty("value")
            .GetProperty("kind").GetString());
        session.Client.Delays.Remove("window/workDoneProgress/create");
        Assert.Equal(1, (await session.CommandAsync("reasoning.reviewWorkspace")).GetProperty("files").GetInt32());
    }

    [Fact]
    public async Task A_report_is_written_and_shown()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums, "vscode");
        var uri = (await session.CommandAsync("reasoning.openReport", session.Uri)).GetProperty("uri").GetString()!;
        Assert.Contains("2 + 2 = 4, the step says 5",
            await File.ReadAllTextAsync(new Uri(uri).LocalPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var shown = await session.Client.WaitForAsync(message => message.Method == "window/showDocument");
        Assert.Equal(uri, shown.Parameters.GetProperty("uri").GetString());
    }
}
