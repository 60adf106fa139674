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
    private const int LargeVocabulary = 152_000;

    private static readonly EngineOptions s_options = new();
    private readonly Random _random = new(1);

    /// <summary>Measures everything.</summary>
    public async Task RunAsync(TextWriter output)
    {
        var model = new BuiltInModels(Repository.Path("models")).Instruct;
        await using var engine = LocalEngine.Start(s_options, TimeProvider.System);
        using var loop = NativeLoop.TryStart(s_options.Natives, model.Path, s_options.Threads, Cells, isFused: true);
        if (loop is null)
        {
            output.WriteLine("| writing: C ÷ the engine | no C compiler | | | ≥ 0.95 |");
            return;
        }

        foreach (var texts in (int[])[1, Many])
            output.WriteLine((await SpeedAsync(engine, loop, model, texts)).Row);
        output.WriteLine((await FirstTokenAsync(engine, loop, model)).Row);
        output.WriteLine((await GrammarAsync(engine, model)).Row);
        output.WriteLine((await TogetherAsync(engine, model)).Row);
        output.WriteLine(await OutsideOfDecodeAsync());
    }

    // Per token, for a text may end of itself.
    private async Task<Ratio> SpeedAsync(LocalEngine engine, NativeLoop loop, ModelReference model, int texts)
    {
        var measured = new List<(double, double)>();
        for (var round = 0; round <= rounds; round++)
        {
            var native = loop.Write(Prompt, texts, Length).All.TotalMilliseconds / (texts * Length);
            var own = await PerTokenAsync(engine, Requests(model, texts));
            if (round > 0)
                measured.Add((native * Length, own * Length));
        }

        var what = texts == 1 ? "one text" : $"{texts} texts of one prompt";
        return new Ratio($"{what} of {Length} tokens: the loop in C ÷ the engine (speed of the engine against C; ms of {Length} tokens)",
            "≥ 0.95", measured);
    }

    private async Task<Ratio> FirstTokenAsync(LocalEngine engine, NativeLoop loop, ModelReference model)
    {
        var measured = new List<(double, double)>();
        for (var round = 0; round <= rounds; round++)
        {
            var native = loop.Write(LongPrompt, 1, 2).First.TotalMilliseconds;
            var start = Stopwatch.GetTimestamp();
            await engine.GenerateAsync(Request(model, Tokens(LongPrompt)) with { MaximumTokens = 1 }, null, default);
            var own = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (round > 0)
                measured.Add((native, own));
        }

        return new Ratio($"first token after a prompt of {LongPrompt}: the loop in C ÷ the engine", "≥ 0.95", measured);
    }

    private async Task<Ratio> GrammarAsync(LocalEngine engine, ModelReference model)
    {
        var measured = new List<(double, double)>();
        for (var round = 0; round <= rounds; round++)
        {
            var prompt = Tokens(Prompt);
            var without = await PerTokenAsync(engine, [Request(model, prompt)]);
            var with = await PerTokenAsync(engine, [Request(model, prompt) with { Grammar = "root ::= [a-zA-Z0-9 .,=+-] root" }]);
            if (round > 0)
                measured.Add((without * Length, with * Length));
        }

        return new Ratio($"a text of {Length} tokens: without ÷ with a grammar", "≥ 0.8", measured);
    }

    private async Task<Ratio> TogetherAsync(LocalEngine engine, ModelReference model)
    {
        var measured = new List<(double, double)>();
        for (var round = 0; round < rounds; round++)
        {
            var together = await PerTokenAsync(engine, Requests(model, Many));
            var apart = 0.0;
            foreach (var request in Requests(model, Many))
                apart += await PerTokenAsync(engine, [request]) / Many;
            measured.Add((together * Many * Length, apart * Many * Length));
        }

        return new Ratio($"{Many} texts of {Length} tokens: together ÷ one after the other", "≤ 0.6", measured);
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
