using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Inference.Heads;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>The built-in reward model's scores equal those of a run that shares nothing with the engine: weights and adapter multiplied
/// out, in single precision. <c>REASONING_UPDATE=1</c> with <c>REASONING_LONG=1</c> computes them anew.</summary>
[Collection(nameof(EngineFixture))]
public sealed class BuiltInGoldenTests(EngineFixture fixture)
{
    private const string Fixture = "tests/data/prm/reasoning-prm-135m.json";

    // Four bits a weight, and activations of eight in llama.cpp; of a copy in full the scores are exact.
    private const double Quantised = 0.06;
    private const double Half = 5e-3;
    private const double Single = 1e-4;

    private static readonly JsonSerializerOptions s_json =
        new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ImmutableArray<(string Name, string Problem, ImmutableArray<string> Steps)> s_inputs =
    [
        ("right", "Natalia sold clips to 48 of her friends in April, and then she sold half as many clips in May. How many clips did "
            + "Natalia sell altogether in April and May?",
            ["Natalia sold 48/2 = 24 clips in May.", "Natalia sold 48+24 = 72 clips altogether in April and May."]),
        ("wrong", "A shop has 36 apples and gives 9 away. How many are left?",
            ["The shop gives 9 apples away.", "36 - 9 = 25 apples are left.", "The answer is 25."]),
        ("edges", "\nWhat is \\(\\frac{1}{2} + \\frac{1}{3}\\)? ",
            [" A step with blanks at its ends ", "Two lines:\n\n1/2 = 3/6,\n1/3 = 2/6", "½ + ⅓ = ⅚, das ist fünf Sechstel 😀"]),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_input_is_that_of_the_other_run_and_the_scores_are_as_near_as_four_bits_allow()
    {
        var model = new BuiltInModels(Repository.Path("models")).RewardModel;
        var all = Read();
        Assert.Equal(s_inputs.Select(input => input.Name), all.Select(golden => golden.Name));
        foreach (var golden in all)
        {
            var (ids, rows) = await InputAsync(model, golden.Problem, golden.Steps);
            Assert.Equal(golden.Ids, ids);
            Assert.Equal(golden.Rows, rows);
            await HoldAsync(model, golden, Quantised);
        }
    }

    [Fact, Trait("Category", "Long")]
    public async Task Dequantised_the_scores_are_those_of_the_other_run()
    {
        var model = new BuiltInModels(Repository.Path("models")).RewardModel;
        if (LongRun.IsOn)
            Golden.Verify(Fixture, await ComputeAsync(model));
        using var folder = new TestFolder();
        var copy = DequantizedModel.Write(model.Model.Path, Path.Combine(folder.Path, "f32.gguf"));
        var adapter = DequantizedModel.Write(model.Model.Adapter!, Path.Combine(folder.Path, "adapter.gguf"));
        foreach (var golden in Read().Take(LongRun.Size(1, 100)))
        {
            foreach (var (cache, tolerance) in ((CachePrecision, double)[])[(CachePrecision.Half, Half), (CachePrecision.Single, Single)])
                await HoldAsync(model with { Model = new ModelReference(copy, adapter, cache) }, golden, tolerance);
        }
    }

    private async Task HoldAsync(ScoringModel model, Case golden, double tolerance)
    {
        var scores = await new TraceScorer(fixture.Engine).ScoreAsync(model, golden.Problem, golden.Steps, RequestPriority.Interactive,
            Token);
        Assert.Equal(golden.Scores.Length, scores.Steps.Length);
        for (var i = 0; i < golden.Scores.Length; i++)
            Assert.Equal(golden.Scores[i], scores.Steps[i].Value, tolerance);
    }

    private async Task<string> ComputeAsync(ScoringModel model)
    {
        var plain = new PlainLlama(model.Model.Path, model.Model.Adapter!);
        var head = SideHead.Load(model.Head!, model.Profile.Reading.Head);
        var cases = new List<Case>();
        foreach (var (name, problem, steps) in s_inputs)
        {
            var (ids, rows) = await InputAsync(model, problem, steps);
            var states = plain.Run(ids);
            cases.Add(new Case(name, problem, steps, ids, rows, [.. rows.Select(row =>
            {
                var logits = head.Apply(Array.ConvertAll(states[row], each => (double)each));
                // To six digits: machines add up in different orders.
                return Math.Round(1 / (1 + Math.Exp(logits[0] - logits[1])), 6);
            })]));
        }

        return JsonSerializer.Serialize(cases, s_json) + "\n";
    }

    private async Task<(ImmutableArray<int> Ids, ImmutableArray<int> Rows)> InputAsync(ScoringModel model, string problem,
        ImmutableArray<string> steps)
    {
        var context = new ScoringContext(fixture.Engine, model, ChatFormat.For(["<|im_start|>"]), RequestPriority.Interactive);
        var prompt = TracePrompt.Of(context, StepWindow.Whole(problem, steps));
        var read = await fixture.Engine.ScoreAsync(
            new ScoreRequest { Model = model.Model, Pieces = prompt.Pieces, Rows = prompt.Rows, Kind = ReadingKind.MeanLogit }, Token);
        return ([.. read.Tokens], [.. read.Rows]);
    }

    private static ImmutableArray<Case> Read() =>
        JsonSerializer.Deserialize<ImmutableArray<Case>>(File.ReadAllText(Repository.Path(Fixture)), s_json);

    private sealed record Case(string Name, string Problem, ImmutableArray<string> Steps, ImmutableArray<int> Ids, ImmutableArray<int> Rows,
        ImmutableArray<double> Scores);
}
