using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Examining;

/// <summary>What the models say of one solution, asked on demand: by the real built-in model, and by given scores where what is said is
/// ours.</summary>
public sealed class ExaminationTests(BuiltInModel models) : IClassFixture<BuiltInModel>
{
    private const string Text =
        "---\nanswer: 6\n---\nProblem: Two bags hold 3 apples each. How many apples are there?\n\nStep 1: 2 * 3 = 6.\n\nStep 2: So the "
            + "answer is 6.\n";

    [Fact]
    public async Task Scores_words_backward_score_and_completions_stand_on_one_page_and_what_is_known_is_kept_when_a_person_has_enough()
    {
        await using var session = await OpenAsync(Text, "vscode", new JsonObject { ["scores"] = "builtin", ["judge"] = "builtin" });
        var running = session.CommandAsync("reasoning.examineScores", session.Uri, 0);
        var counted = await session.Client.WaitForAsync(
            message => message.Method == "$/progress" && Message(message).StartsWith("1 of 8 completions", StringComparison.Ordinal));
        await session.Client.NotifyAsync("window/workDoneProgress/cancel", new { token = counted.Parameters.GetProperty("token") });
        var result = await running;
        var page = result.GetProperty("markdown").GetString()!;
        Assert.Contains("## Step by step: probability that this step is right", page, StringComparison.Ordinal);
        Assert.Contains("All steps: ", page, StringComparison.Ordinal);
        Assert.Contains("## Does it answer its problem?", page, StringComparison.Ordinal);
        Assert.Contains("its own answer is right", page, StringComparison.Ordinal);
        Assert.Contains("; not all that were asked for", page, StringComparison.Ordinal);
        Assert.True(result.GetProperty("cancelled").GetBoolean());
        var shown = await session.Client.WaitForAsync(message => message.Method == "window/showDocument");
        Assert.EndsWith("scores.md", shown.Parameters.GetProperty("uri").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said()
    {
        await using var given = new GivenScores();
        await using var session =
            await EditorSession.OpenAsync("Step 1: So 2 + 2 = 4.\n\nStep 2: And `so` on (0.2).\n",
            adapt: initialize => initialize["initializationOptions"] = new JsonObject { ["scores"] = "given" }, models: () => given);
        var result = await session.CommandAsync("reasoning.examineScores", session.Uri);
        Assert.Equal("All steps 0.20; words and mathematics agree.", result.GetProperty("summary").GetString());
        Assert.Contains("Without an instruct model", result.GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.Contains("doubted", result.GetProperty("markdown").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_it_says_what_to_set()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        var failure = await Assert.ThrowsAsync<ServerFailure>(() => session.CommandAsync("reasoning.examineScores", session.Uri));
        Assert.Contains("`scores` names a reward model", failure.Message, StringComparison.Ordinal);
    }

    private static string Message(ServerMessage progress) =>
        progress.Parameters.GetProperty("value").TryGetProperty("message", out var message) ? message.GetString()! : string.Empty;

    private Task<EditorSession> OpenAsync(string text, string client, JsonObject settings) =>
        EditorSession.OpenAsync(text, client, adapt: initialize => initialize["initializationOptions"] = settings, models: () => models);
}
