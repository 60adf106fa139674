using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using ReasoningLsp.Review.Models;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Benchmarks.Engine;

/// <summary>How fast the engine writes, beside the loop in C that takes the likeliest token. Prints rows of a table.</summary>
internal sealed class WritingMeasurement(int rounds)
{
    private const int Cells = 4_096;
    private const int Prompt = 64;
    private const int LongPrompt = 512;
    private const int Length = 64;
    private const int Many = 8;
    // Single rounds differ by a tenth.
    private const int BesideC = 3;
    private const int LargeVocabulary = 152_000;

    private static readonly EngineOptions s_options = new();
    private readonly Random _random = new(1);

    /// <summary>Measures everything, or one row alone: one, eight, first, grammar, together, vocabulary or choice.</summary>
    public async Task RunAsync(TextWriter output, string? only)
    {
        var model = new BuiltInModels(Repository.Path("models")).Instruct;
        await using var engine = LocalEngine.Start(s_options, TimeProvider.System);
        using var loop = NativeLoop.TryStart(s_options.Natives, model.Path, s_options.Threads, Cells, isFused: true);
        if (loop is null)
        {
            output.WriteLine("| writing: C ÷ the engine | no C compiler | | | ≥ 0.95 |");
            return;
        }

        (string Name, Func<Task<string>> Measure)[] rows =
        [
            ("one", async () => (await SpeedAsync(loop, model, 1)).Row),
            ("eight", async () => (await SpeedAsync(loop, model, Many)).Row),
            ("first", async () => (await FirstTokenAsync(loop, model)).Row),
            ("grammar", async () => (await GrammarAsync(engine, model)).Row),
            ("together", async () => (await TogetherAsync(engine, loop, model)).Row),
            ("vocabulary", OutsideOfDecodeAsync),
            ("choice", () => Task.FromResult(Choice())),
        ];
        foreach (var (name, measure) in rows)
        {
            if (only is null || only == name)
                output.WriteLine(await measure());
        }
    }

    // Per token, for a text may end of itself.
    // Nothing is held on either side, as for the prompts: what others left is looked at by every batch.
    private async Task<Ratio> SpeedAsync(NativeLoop loop, ModelReference model, int texts)
    {
        var measured = new List<(double, double)>();
        for (var round = 0; round <= rounds * BesideC; round++)
        {
            await using var engine = await FreshAsync(model);
            var native = loop.Write(Prompt, texts, Length).All.TotalMilliseconds / (texts * Length);
            var own = await PerTokenAsync(engine, Requests(model, texts));
            if (round > 0)
                measured.Add((native * Length, own * Length));
        }

        var what = texts == 1 ? "one text" : $"{texts} texts of one prompt";
        return new Ratio($"{what} of {Length} tokens: the loop in C ÷ the engine (speed of the engine against C; ms of {Length} tokens)",
            "≥ 0.95", measured);
    }

    private async Task<Ratio> FirstTokenAsync(NativeLoop loop, ModelReference model)
    {
        var measured = new List<(double, double)>();
        for (var round = 0; round <= rounds * BesideC; round++)
        {
            await using var engine = await FreshAsync(model);
            var native = loop.Write(LongPrompt, 1, 2).First.TotalMilliseconds;
            var start = Stopwatch.GetTimestamp();
            await engine.GenerateAsync(Request(model, Tokens(LongPrompt)) with { MaximumTokens = 1 }, null, default);
            var own = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (round > 0)
                measured.Add((native, own));
        }

        return new Ratio($"first token after a prompt of {LongPrompt}: the loop in C ÷ the engine", "≥ 0.95", measured);
    }

    /// <summary>An engine with the model loaded.</summary>
    private async Task<LocalEngine> FreshAsync(ModelReference model)
    {
        var engine = LocalEngine.Start(s_options, TimeProvider.System);
        await engine.GenerateAsync(Request(model, Tokens(2)) with { MaximumTokens = 1 }, null, default);
        return engine;
    }

    private async Task<Ratio> GrammarAsync(LocalEngine engine, ModelReference model)
    {
        var measured = new List<(double, double)>();
        for (var round = 0; round <= rounds; round++)
        {
            // A prompt of its own for each: one that is held already costs nothing.
            var without = await PerTokenAsync(engine, Requests(model, 1));
            var with = await PerTokenAsync(engine, [Requests(model, 1)[0] with { Grammar = "root ::= [a-zA-Z0-9 .,=+-] root" }]);
            if (round > 0)
                measured.Add((without * Length, with * Length));
        }

        return new Ratio($"a text of {Length} tokens: without ÷ with a grammar (speed with one against without)", "≥ 0.8", measured);
    }

    // What the loop in C makes of the same is the bound: on a processor that computes at its limit with one text, eight gain little.
    private async Task<Ratio> TogetherAsync(LocalEngine engine, NativeLoop loop, ModelReference model)
    {
        var measured = new List<(double, double)>();
        var native = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var together = await PerTokenAsync(engine, Requests(model, Many));
            var apart = 0.0;
            foreach (var request in Requests(model, Many))
                apart += await PerTokenAsync(engine, [request]) / Many;
            measured.Add((together * Many * Length, apart * Many * Length));
            // One after the other, the prompt is decoded once too.
            var (one, first) = loop.Write(Prompt, 1, Length);
            native.Add(loop.Write(Prompt, Many, Length).All / (first + ((one - first) * Many)));
        }

        return new Ratio(string.Create(CultureInfo.InvariantCulture,
            $"{Many} texts of {Length} tokens: together ÷ one after the other (the loop in C: {Ratio.Median(native):0.000})"),
            "≤ the loop's", measured);
    }

    private async Task<string> OutsideOfDecodeAsync()
    {
        using var folder = new TestFolder();
        var model = new ModelReference(TinyModel.Write(folder.At("large.gguf"), size: LargeVocabulary));
        await using var engine = LocalEngine.Start(s_options, TimeProvider.System);
        using var loop = NativeLoop.TryStart(s_options.Natives, model.Path, s_options.Threads, Cells, isFused: true)!;
        var measured = new List<(double One, double Other)>();
        for (var round = 0; round <= rounds; round++)
        {
            var native = loop.Write(Prompt, 1, Length * 4).All.TotalMilliseconds / (Length * 4);
            var own = await PerTokenAsync(engine, [Request(model, Tokens(Prompt, 3, 258)) with
            {
                MaximumTokens = Length * 4,
                Temperature = 0.8,
                TopP = 0.95,
            }]);
            if (round > 0)
                measured.Add((own, native));
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"| a token drawn from a vocabulary of {LargeVocabulary:N0} (made model): the engine, the loop in C, the difference "
                + $"| {Ratio.Median(measured.Select(each => each.One)):0.00} ms "
                + $"| {Ratio.Median(measured.Select(each => each.Other)):0.00} ms "
                + $"| {Ratio.Median(measured.Select(each => each.One - each.Other)):0.00} ms | ≤ 1 ms |");
    }

    // Of the token's time that alone which is spent on choosing it, from a row as flat as no trained model's and from a peaked one.
    private string Choice()
    {
        double Best(double spread)
        {
            float[] logits = [.. Enumerable.Range(0, LargeVocabulary).Select(_ => (float)(_random.NextDouble() * spread))];
            var choice = new TokenChoice(Request(new ModelReference("none"), []) with { Temperature = 0.8, TopP = 0.95 });
            var took = new List<double>();
            for (var draw = 0; draw < 500; draw++)
            {
                var start = Stopwatch.GetTimestamp();
                choice.Choose(logits, null);
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return Ratio.Median(took.Skip(100));
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"| choosing a token from {LargeVocabulary:N0} (temperature 0.8, 0.95 of the probability): a flat row, a peaked row "
                + $"| {Best(1):0.00} ms | {Best(40):0.00} ms | | ≤ 1 ms |");
    }

    private static async Task<double> PerTokenAsync(LocalEngine engine, ImmutableArray<GenerateRequest> requests)
    {
        var start = Stopwatch.GetTimestamp();
        var texts = await Task.WhenAll(requests.Select(request => engine.GenerateAsync(request, null, default)));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / texts.Sum(text => Math.Max(1, text.Tokens));
    }

    private ImmutableArray<GenerateRequest> Requests(ModelReference model, int texts) =>
        [.. Enumerable.Repeat(Request(model, Tokens(Prompt)), texts)];

    private static GenerateRequest Request(ModelReference model, ImmutableArray<PromptPiece> prompt) =>
        new() { Model = model, Pieces = prompt, MaximumTokens = Length, Priority = RequestPriority.Background };

    private ImmutableArray<PromptPiece> Tokens(int count, int from = 300, int to = 49_000) =>
        [.. Enumerable.Range(0, count).Select(_ => PromptPiece.Token(_random.Next(from, to)))];
}
