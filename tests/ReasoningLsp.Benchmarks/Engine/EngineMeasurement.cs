using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Benchmarks.Engine;

/// <summary>What the engine's cache and batches are worth, as ratios, with the built-in models. Prints rows of a table.</summary>
internal sealed class EngineMeasurement
{
    private const int Cells = 4_096;
    private const int Steps = 20;
    private const int Suffix = 8;
    private const int Suffixes = 10;
    private const int Item = 25;
    private const int Items = 12;

    private readonly EngineOptions _options;
    private readonly BuiltInModels _models = new(Repository.Path("models"));
    private readonly int _rounds;
    private readonly Random _random = new(1);

    public EngineMeasurement(int rounds, string? natives)
    {
        _rounds = rounds;
        _options = natives is null ? new EngineOptions() : new EngineOptions { Natives = natives };
    }

    private ModelReference Model => _models.Instruct;

    /// <summary>Measures everything.</summary>
    public async Task RunAsync(TextWriter output)
    {
        foreach (var tokens in (int[])[512, 2_048])
            output.WriteLine(PromptSpeed(tokens) is { } ratio ? ratio.Row
                : $"| prompt of {tokens:N0} tokens: C ÷ the engine | no C compiler | | | ≥ 0.97 |");
        foreach (var tokens in (int[])[500, 1_000, 2_000])
            output.WriteLine((await LastStepAsync(tokens)).Row);
        output.WriteLine((await SuffixesAsync(512)).Row);
        foreach (var ratio in await ItemsAsync(2_048))
            output.WriteLine(ratio.Row);
    }

    private Ratio? PromptSpeed(int tokens)
    {
        using var loop = NativeLoop.TryStart(_options.Natives, Model.Path, _options.Threads, Cells);
        if (loop is null)
            return null;
        var rounds = new List<(double, double)>();
        for (var round = 0; round <= _rounds; round++)
        {
            var native = loop.Decode(tokens);
            var own = WithEngine(engine => TimeAsync(() => engine.ScoreAsync(Prompt(Tokens(tokens)), default))).GetAwaiter().GetResult();
            if (round > 0)
                rounds.Add((native.TotalMilliseconds, own));
        }

        return new Ratio($"prompt of {tokens:N0} tokens: the loop in C ÷ the engine (speed of the engine against C)", "≥ 0.97", rounds);
    }

    private async Task<Ratio> LastStepAsync(int tokens)
    {
        var rounds = new List<(double, double)>();
        for (var round = 0; round < _rounds; round++)
        {
            rounds.Add(await WithEngine(async engine =>
            {
                var scorer = new TraceScorer(engine);
                await scorer.ScoreAsync(_models.RewardModel, "Another problem.", ["One."], RequestPriority.Background, default);
                var text = StepText(tokens / Steps);
                Task ScoreAsync(string last) =>
                    scorer.ScoreAsync(_models.RewardModel, "How many apples are there?", [.. Enumerable.Repeat(text, Steps - 1), last],
                    RequestPriority.Interactive, default);
                var full = await TimeAsync(() => ScoreAsync(text));
                return (await TimeAsync(() => ScoreAsync(StepText(tokens / Steps))), full);
            }));
        }

        return new Ratio($"the last of {Steps} equal steps replaced, about {tokens:N0} tokens: scored again ÷ all of it", "≤ 0.12", rounds);
    }

    private async Task<Ratio> SuffixesAsync(int tokens)
    {
        var rounds = new List<(double, double)>();
        for (var round = 0; round < _rounds; round++)
        {
            rounds.Add(await WithEngine(async engine =>
            {
                var prefix = Tokens(tokens);
                await engine.CompareAsync(Compare(prefix, [Tokens(Suffix)]), default);
                var together = await TimeAsync(
                    () => engine.CompareAsync(Compare(prefix, [.. Enumerable.Range(0, Suffixes).Select(_ => Tokens(Suffix))]), default));
                var full = await TimeAsync(async () =>
                {
                    for (var i = 0; i < Suffixes; i++)
                        await engine.ScoreAsync(Prompt(Tokens(tokens + Suffix)), default);
                });
                return (together, full);
            }));
        }

        return new Ratio($"{Suffixes} suffixes of {Suffix} tokens on a cached prefix of {tokens} ÷ {Suffixes} whole prompts", "≤ 0.03",
            rounds);
    }

    private async Task<ImmutableArray<Ratio>> ItemsAsync(int tokens)
    {
        var apart = new List<(double, double)>();
        var first = new List<(double, double)>();
        for (var round = 0; round < _rounds; round++)
        {
            var prefix = Tokens(tokens);
            ImmutableArray<ImmutableArray<PromptPiece>> items = [.. Enumerable.Range(0, Items).Select(_ => Tokens(Item))];
            var (one, together, each) = await WithEngine(async engine =>
            {
                var one = await TimeAsync(() => engine.CompareAsync(Compare(prefix, [items[0]]), default));
                var together = await TimeAsync(() => engine.CompareAsync(Compare(prefix, items), default));
                var each = await TimeAsync(async () =>
                {
                    foreach (var item in items)
                        await engine.CompareAsync(Compare(prefix, [item]), default);
                });
                return (one, together, each);
            });
            apart.Add((together, each));
            first.Add((await WithEngine(engine => TimeAsync(() => engine.CompareAsync(Compare(prefix, items), default))), one));
        }

        return
        [
            new Ratio($"{Items} items of {Item} tokens on a cached trace of {tokens:N0}: together ÷ one after the other", "≤ 0.6", apart),
            new Ratio($"the same with the first decoding of the trace: {Items} items ÷ one item", "≤ 1.35", first),
        ];
    }

    /// <summary>A new engine with the model loaded and nothing held.</summary>
    private async Task<T> WithEngine<T>(Func<LocalEngine, Task<T>> measure)
    {
        await using var engine = LocalEngine.Start(_options, TimeProvider.System);
        await engine.ScoreAsync(Prompt(Tokens(2)), default);
        return await measure(engine);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private ScoreRequest Prompt(ImmutableArray<PromptPiece> tokens) =>
        new()
        {
            Model = Model,
            Pieces = tokens,
            Rows = [new PromptPosition(tokens.Length - 1, 0, 0)],
            Kind = ReadingKind.MeanLogit,
            Priority = RequestPriority.Background,
        };

    private CompareRequest Compare(ImmutableArray<PromptPiece> prefix, ImmutableArray<ImmutableArray<PromptPiece>> continuations) =>
        new()
        {
            Model = Model,
            Prefix = prefix,
            Continuations = continuations,
            Candidates = [[PromptPiece.Token(1_000)], [PromptPiece.Token(1_001)]],
        };

    private ImmutableArray<PromptPiece> Tokens(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => PromptPiece.Token(_random.Next(300, 49_000)))];

    /// <summary>A sentence of about so many tokens: a number of one digit is one.</summary>
    private string StepText(int tokens)
    {
        var text = new StringBuilder("So");
        for (var i = 0; i < (tokens - 4) / 2; i++)
            text.Append(CultureInfo.InvariantCulture, $" {_random.Next(10)}");
        return text.Append('.').ToString();
    }
}
