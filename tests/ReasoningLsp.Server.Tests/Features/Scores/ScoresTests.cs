using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Scores;

/// <summary>A reward model's scores beside the exact checks; what they are is given, how they are shown is ours.</summary>
public sealed class ScoresTests : IAsyncDisposable
{
    private const string Text = "Step 1: So 2 + 2 = 4.\n\nStep 2: And so on (0.2).\n\nStep 3: It follows (0.2).\n";

    private readonly GivenScores _models = new();

    public ValueTask DisposeAsync() => _models.DisposeAsync();

    [Fact]
    public async Task Nothing_is_scored_before_a_person_asks_for_it()
    {
        var opened = false;
        await using var session = await EditorSession.OpenAsync(Text, models: () =>
        {
            opened = true;
            return _models;
        });
        await session.PushedAsync(1);
        session.Server.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.DoesNotContain("Score", await HoverAsync(session, 2), StringComparison.Ordinal);
        Assert.False(opened);
    }

    [Fact]
    public async Task Doubted_steps_are_hints_with_score_meaning_and_curve()
    {
        await using var session = await ScoredAsync();
        var found = await FoundAsync(session, 1);
        var doubted = found.Where(each => each.GetProperty("code").GetString() == "RR401").ToList();
        Assert.Equal([2, 4], doubted.Select(each => each.Place().Line));
        // The profile's model is weak: it never warns by itself.
        Assert.All(doubted, each => Assert.Equal(4, each.GetProperty("severity").GetInt32()));
        var sound = await HoverAsync(session, 0);
        Assert.Contains("The model does not doubt this step", sound, StringComparison.Ordinal);
        Assert.DoesNotContain("0.90", sound, StringComparison.Ordinal);
        Assert.Contains("all steps: `▇▂▂`", sound, StringComparison.Ordinal);
        Assert.StartsWith("**Step 2** — doubted", await HoverAsync(session, 2), StringComparison.Ordinal);
        var hints = await HintsAsync(session);
        Assert.Equal(["? doubted", "? doubted"], hints);
        var lens = (await session.RequestAsync("textDocument/codeLens"))[0].GetProperty("command").GetProperty("title").GetString();
        Assert.Equal("2 doubted · 1 right", lens);
    }

    [Fact]
    public async Task A_score_says_how_many_of_such_steps_were_right_and_beyond_what_was_judged_that_nothing_is_known()
    {
        _models.Measured = new MeasuredCalibration([new CalibrationGroup(string.Empty, [new(0.1, 0.3, 412, 0.38)])]);
        await using var session = await ScoredAsync();
        Assert.Contains(await FoundAsync(session, 1), each => each.GetProperty("message").GetString()!.Contains(
            "gives it 0.20; of such steps 38 % were right (n = 412).", StringComparison.Ordinal));
        Assert.Contains("The model does not doubt this step; nothing is known of such steps: those that people judged score 0.10 to 0.30.",
            await HoverAsync(session, 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_exact_checks_have_proven_no_model_doubts()
    {
        await using var session = await ScoredAsync(text: "Step 1: So 2 + 2 = 4 (0.2).\n\nStep 2: And so on (0.2).\n");
        var doubted = (await FoundAsync(session, 1)).Where(each => each.GetProperty("code").GetString() == "RR401");
        Assert.Equal([2], doubted.Select(each => each.Place().Line));
        Assert.StartsWith("**Step 1** — right", await HoverAsync(session, 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_shows_images_gets_the_curve_as_one()
    {
        await using var session =
            await ScoredAsync("vscode",
            initialize => initialize["capabilities"]!["general"]!["markdown"] = new JsonObject { ["parser"] = "marked" });
        var text = await HoverAsync(session, 0);
        var data = text.Split("data:image/svg+xml;base64,")[1].Split(')')[0];
        var svg = System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(data)));
        Assert.Equal("Scores of 3 of 3 steps: 0.90, 0.20, 0.20", svg.Root!.Elements().First().Value);
    }

    [Fact]
    public async Task After_an_edit_the_scores_before_it_stand_and_the_rest_is_scored_again()
    {
        await using var session = await ScoredAsync();
        await session.TypeAsync(2, 2, 14, 17, "now");
        await session.PushedAsync(2);
        Assert.Contains("`▇··`", await HoverAsync(session, 0), StringComparison.Ordinal);
        Assert.DoesNotContain("doubted", await HoverAsync(session, 4), StringComparison.Ordinal);
        await StateAsync(session, "ready", session.Client.Received.Count);
        Assert.Contains("doubted", await HoverAsync(session, 4), StringComparison.Ordinal);
        Assert.Equal([3, 3], _models.Asked);
    }

    [Fact]
    public async Task The_step_that_is_being_written_has_a_score_so_far_and_no_finding_until_it_is_left()
    {
        await using var session = await ScoredAsync();
        var before = session.Client.Received.Count;
        await session.TypeAsync(2, 4, 11, 18, "goes on");
        await StateAsync(session, "ready", before);
        var hover = await HoverAsync(session, 4);
        Assert.Contains("The step is still being written", hover, StringComparison.Ordinal);
        Assert.DoesNotContain("doubted", hover, StringComparison.Ordinal);
        while (!(await HoverAsync(session, 4)).Contains("doubted", StringComparison.Ordinal))
            session.Server.Clock.Advance(TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task A_long_trace_is_scored_a_few_steps_at_a_time()
    {
        var text = string.Concat(Enumerable.Range(1, 20).Select(step => $"Step {step}: We go on, and on.\n\n"));
        await using var session = await ScoredAsync(text: text);
        Assert.Equal([8, 16, 20], _models.Asked);
    }

    [Fact]
    public async Task What_cannot_be_scored_is_told_once_with_the_reason_and_the_checks_go_on()
    {
        _models.Failure = new InferenceException(InferenceError.Unavailable, "The engine died three times.");
        await using var session = await OpenAsync("nvim-0.7.2", null, Text);
        await AdvancedUntilAsync(session, () => session.Client.Received.Any(each => each.Method == "window/showMessage"));
        await session.TypeAsync(2, 0, 19, 20, "5");
        await session.PushedAsync(2);
        await AdvancedUntilAsync(session, () => session.Server.Log.Split("The engine died").Length == 3);
        Assert.Contains("RR101", await HoverAsync(session, 0), StringComparison.Ordinal);
        Assert.Equal("No model scores: The engine died three times.",
            Assert.Single(session.Client.Received, each => each.Method == "window/showMessage").Parameters.GetProperty("message")
            .GetString());
    }

    [Fact]
    public async Task A_step_longer_than_the_model_reads_is_named_once_and_every_other_solution_has_its_scores()
    {
        const string Two = "## Problem 1\n\nHow many?\n\nStep 1: We go on (too long).\n\nStep 2: And on.\n\n"
            + "## Problem 2\n\nHow far?\n\nStep 1: So far (0.2).\n\nStep 2: And on.\n";
        await using var session = await ScoredAsync(text: Two);
        Assert.Contains("doubted", await HoverAsync(session, 12), StringComparison.Ordinal);
        Assert.DoesNotContain("score", await HoverAsync(session, 4), StringComparison.Ordinal);
        var before = session.Client.Received.Count;
        await session.TypeAsync(2, 4, 11, 13, "have gone");
        await StateAsync(session, "ready", before);
        var told = session.Client.Received.Last(each => each.Method == "$/reasoning/scores").Parameters.GetProperty("message").GetString()!;
        Assert.Equal(
            "step 1 of solution 1 is too long: with the problem, and without the other steps, it has 5,027 tokens, "
                + "and the model reads at most 4,096 at once; split the step, or choose a model that reads more.",
            told);
        var shown = Assert.Single(session.Client.Received, each => each.Method == "window/showMessage");
        Assert.StartsWith("No model scores: step 1 of solution 1 is too long", shown.Parameters.GetProperty("message").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_nobody_knows_is_named()
    {
        await using var session = await OpenAsync("nvim-0.7.2", null, Text, "unknown");
        await AdvancedUntilAsync(session, () => session.Client.Received.Any(each => each.Method == "window/showMessage"));
        Assert.Contains("unknown",
            session.Client.Received.Single(each => each.Method == "window/showMessage").Parameters.GetProperty("message").GetString(),
            StringComparison.Ordinal);
    }

    private async Task<EditorSession> ScoredAsync(string client = "nvim-0.7.2", Action<JsonObject>? adapt = null, string text = Text)
    {
        var session = await OpenAsync(client, adapt, text);
        await StateAsync(session, "ready", 0);
        return session;
    }

    private Task<EditorSession> OpenAsync(string client, Action<JsonObject>? adapt, string text, string model = "given") =>
        EditorSession.OpenAsync(text, client, adapt: initialize =>
    {
        initialize["initializationOptions"] = new JsonObject { ["scores"] = model };
        if (model == "given" && _models.Failure is null)
            initialize["capabilities"]!["experimental"] = new JsonObject { ["reasoningReview"] = true };
        adapt?.Invoke(initialize);
    }, models: () => _models);

    private static async Task StateAsync(EditorSession session, string state, int from)
    {
        await AdvancedUntilAsync(session,
            () => session.Client.Received.Skip(from)
            .Any(each => each.Method == "$/reasoning/scores" && each.Parameters.GetProperty("state").GetString() == state));
        // The review that takes the scores in comes before what is asked now.
        await session.RequestAsync("textDocument/foldingRange");
    }

    private static async Task AdvancedUntilAsync(EditorSession session, Func<bool> condition)
    {
        for (var attempt = 0; !condition(); attempt++)
        {
            Assert.True(attempt < 1000, session.Server.Log);
            session.Server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<JsonElement[]> FoundAsync(EditorSession session, int version) => [.. session.Client.Received
        .Last(each => each.Method == "textDocument/publishDiagnostics"
        && each.Parameters.GetProperty("version").GetInt32() == version).Parameters.GetProperty("diagnostics").EnumerateArray()];

    private static async Task<string> HoverAsync(EditorSession session, int line) =>
        (await session.RequestAtAsync("textDocument/hover", line, 9)).GetProperty("contents").GetProperty("value").GetString()!;

    private static async Task<string[]> HintsAsync(EditorSession session) =>
        [.. (await session.Client.RequestAsync("textDocument/inlayHint", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = session.Uri },
        ["range"] = Editing.Range(0, 0, 100, 0),
    })).EnumerateArray().Select(hint => hint.GetProperty("label").GetString()!)];
}
