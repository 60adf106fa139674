using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>Profiles that are read by words of an instruct model, on a real one: random weights hide a wrong first token.</summary>
[Collection(nameof(EngineFixture))]
public sealed class InstructModelTests(EngineFixture fixture)
{
    // Quantised activations move scores in llama.cpp, and the more the fuller a batch; those of a dequantised copy are exact.
    private const double Quantised = 0.15;
    private const double Half = 5e-3;
    private const double Single = 1e-4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string ModelPath => Repository.Path("models/SmolLM2-135M-Instruct.Q4_1.gguf");

    public static TheoryData<string> WithTurns => [.. ProfileCatalog.All
        .Where(profile => profile.Prompt.Before.Any(part => part.Begin == true) && profile.Prompt.Before.Any(part => part.Turn is not null))
        .Select(profile => profile.Name)];

    [Theory, MemberData(nameof(WithTurns))]
    public async Task Nothing_stands_before_the_first_turn_where_the_vocabulary_begins_no_text_with_a_token(string name)
    {
        var profile = ProfileCatalog.Find(name)!;
        var model = new ScoringModel(profile, new ModelReference(ModelPath), null, null);
        var context = new ScoringContext(fixture.Engine, model, ChatFormat.For(["<|im_start|>"]), RequestPriority.Interactive);
        var window = StepWindow.Whole("What is 1 + 1?", ["1 + 1 = 2."]);
        var builder = new PromptBuilder(context.Chat);
        foreach (var part in profile.Prompt.Before)
            builder.Add(part, window.Values(0, null));
        // The turns alone: markers of a family are in no other vocabulary.
        var pieces = builder.Build().Where(piece => piece.Kind != PieceKind.Control || piece.Text.StartsWith("<|im_",
            StringComparison.Ordinal));
        var read = await fixture.Engine.ScoreAsync(
            new ScoreRequest { Model = model.Model, Pieces = [.. pieces], Rows = [], Kind = ReadingKind.MeanLogit }, Token);
        Assert.Equal(1, read.Tokens[0]);
        Assert.NotEqual(1, read.Tokens[1]);
    }

    [Fact, Trait("Category", "Long")]
    public async Task The_input_is_that_of_the_independent_run_and_the_scores_are_as_near_as_four_bits_allow()
    {
        var model = new ScoringModel(ProfileCatalog.Find("yes-no-verifier")!, new ModelReference(ModelPath), null, null);
        foreach (var golden in Cases().Where(each => LongRun.IsOn || each.Tokens < 300))
        {
            var context = new ScoringContext(fixture.Engine, model, ChatFormat.For(["<|im_start|>"]), RequestPriority.Interactive);
            var prompt = TracePrompt.Of(context, StepWindow.Whole(golden.Problem, golden.Steps));
            var read = await fixture.Engine.ScoreAsync(
                new ScoreRequest { Model = model.Model, Pieces = prompt.Pieces, Rows = prompt.Rows, Kind = ReadingKind.MeanLogit }, Token);
            Assert.Equal(golden.Ids, read.Tokens);
            Assert.Equal(golden.Rows, read.Rows);
            await HoldAsync(model, golden, Quantised);
        }
    }

    [Fact, Trait("Category", "Long")]
    public async Task Dequantised_the_scores_are_those_of_the_independent_run()
    {
        using var folder = new TestFolder();
        var copy = DequantizedModel.Write(ModelPath, Path.Combine(folder.Path, "f32.gguf"));
        foreach (var golden in Cases().OrderBy(each => each.Tokens).Take(LongRun.Size(1, 100)))
        {
            foreach (var (cache, tolerance) in ((CachePrecision, double)[])[(CachePrecision.Half, Half), (CachePrecision.Single, Single)])
            {
                await HoldAsync(new ScoringModel(ProfileCatalog.Find("yes-no-verifier")!, new ModelReference(copy, null, cache), null,
                    null), golden, tolerance);
            }
        }
    }

    private async Task HoldAsync(ScoringModel model, Golden golden, double tolerance)
    {
        var scores = await new TraceScorer(fixture.Engine).ScoreAsync(model, golden.Problem, golden.Steps, RequestPriority.Interactive,
            Token);
        Assert.Equal(golden.Scores.Length, scores.Steps.Length);
        for (var i = 0; i < golden.Scores.Length; i++)
            Assert.Equal(golden.Scores[i], scores.Steps[i].Value, tolerance);
    }

    private static List<Golden> Cases()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("fixtures/prm/cases/yes-no-verifier.json")));
        return [.. file.RootElement.GetProperty("cases").EnumerateArray().Select(each => new Golden(
            each.GetProperty("problem").GetString()!,
            [.. each.GetProperty("steps").EnumerateArray().Select(step => step.GetString()!)],
            [.. each.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())],
            [.. each.GetProperty("rows").EnumerateArray().Select(row => row.GetInt32())],
            [.. each.GetProperty("scores").EnumerateArray().Select(score => score.GetDouble())]))];
    }

    private sealed record Golden(
        string Problem, ImmutableArray<string> Steps, ImmutableArray<int> Ids, ImmutableArray<int> Rows, ImmutableArray<double> Scores)
    {
        public int Tokens => Ids.Length;
    }
}
