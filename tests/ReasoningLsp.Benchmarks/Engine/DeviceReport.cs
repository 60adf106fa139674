using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Benchmarks.Engine;

/// <summary>What one build of the engine computes on, what scores it gives, and how fast it is: for `npm run gpu:check`, which compares
/// two.</summary>
internal static class DeviceReport
{
    private const int Traces = 20;
    private const int Prompt = 2_048;
    private const int Suffix = 16;
    private const int Rounds = 5;

    /// <summary>Prints it as JSON; everything is computed with the libraries in <paramref name="natives"/>.</summary>
    public static async Task RunAsync(string natives, TextWriter output)
    {
        var models = new BuiltInModels(Repository.Path("models"));
        await using var engine = LocalEngine.Start(new EngineOptions { Natives = natives }, TimeProvider.System);
        var scorer = new TraceScorer(engine);
        var scores = new List<double>();
        foreach (var trace in TraceReader.Read(File.ReadAllText(Slices.Path("processbench/gsm8k.jsonl")),
            TraceFormat.JsonLines).Traces.Take(Traces))
            scores.AddRange((await scorer.ScoreAsync(models.RewardModel, trace, RequestPriority.Background, default)).Steps.Select(
                step => step.Value));
        var random = new Random(1);
        ImmutableArray<PromptPiece> Tokens(int count) =>
            [.. Enumerable.Range(0, count).Select(_ => PromptPiece.Token(random.Next(300, 49_000)))];
        async Task<double> TimeAsync(ImmutableArray<PromptPiece> tokens)
        {
            var start = Stopwatch.GetTimestamp();
            await engine.ScoreAsync(
                new ScoreRequest
                {
                    Model = models.Instruct,
                    Pieces = tokens,
                    Rows = [new PromptPosition(tokens.Length - 1, 0, 0)],
                    Kind = ReadingKind.MeanLogit
                }, default);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        await TimeAsync(Tokens(Prompt));
        var prompts = new List<double>();
        var suffixes = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var prompt = Tokens(Prompt);
            prompts.Add(await TimeAsync(prompt));
            suffixes.Add(await TimeAsync([.. prompt, .. Tokens(Suffix)]));
        }

        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                build = engine.Identity.Build,
                devices = engine.Identity.Devices,
                scores,
                promptMs = Ratio.Median(prompts),
                promptTokens = Prompt,
                suffixMs = Ratio.Median(suffixes),
                suffixTokens = Suffix
            }));
    }
}
