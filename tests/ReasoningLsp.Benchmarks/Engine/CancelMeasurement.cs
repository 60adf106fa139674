using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Benchmarks.Engine;

/// <summary>From cancelling a request in the engine's process until that process answers the next one.</summary>
internal sealed class CancelMeasurement : IAsyncDisposable
{
    private const int Times = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("reasoning-cancel-").FullName;
    private readonly ModelReference _model = new BuiltInModels(Repository.Path("models")).Instruct;
    private readonly EngineClient _client;

    public CancelMeasurement() => _client = new EngineClient(
        EngineAddress.For(new EngineOptions().Natives, _folder),
        new EngineLauncher(Path.Combine(AppContext.BaseDirectory, "reasoning-lsp"), ["engine", "--socket-folder", _folder]),
        TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        using var engine = Process.GetProcessById((await _client.HelloAsync(default)).Process);
        await _client.DisposeAsync();
        engine.Kill();
        await engine.WaitForExitAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Measures and prints rows of a table.</summary>
    public async Task RunAsync(TextWriter output)
    {
        await _client.DescribeAsync(_model, default);
        output.WriteLine(await RowAsync("scoring a prompt of 4,000 tokens", (round, stop) => _client.ScoreAsync(
            new ScoreRequest
            {
                Model = _model,
                Pieces = Tokens(round, 4_000),
                Rows = [new PromptPosition(3_999, 0, 0)],
                Kind = ReadingKind.MeanLogit
            }, stop)));
        output.WriteLine(await RowAsync("comparing 20 continuations of 100 tokens", (round, stop) => _client.CompareAsync(
            new CompareRequest
            {
                Model = _model,
                Prefix = Tokens(round, 20),
                Continuations = [.. Enumerable.Range(0, 20).Select(i => Tokens(round + i + 1, 100))],
                Candidates = [[PromptPiece.Token(1_000)]]
            }, stop)));
        output.WriteLine(await RowAsync("writing", (round, stop) => _client.GenerateAsync(
            new GenerateRequest
            {
                Model = _model,
                Pieces = Tokens(round, 20),
                Grammar = "root ::= [a-z ]*",
                MaximumTokens = 2_000,
                Temperature = 1
            }, null, stop)));
    }

    private async Task<string> RowAsync(string what, Func<int, CancellationToken, Task> ask)
    {
        var took = new List<double>();
        for (var round = 0; round < Times; round++)
        {
            using var stop = new CancellationTokenSource();
            var asked = ask(round * 100, stop.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(150 + (17 * round)));
            var start = Stopwatch.GetTimestamp();
            await stop.CancelAsync();
            try
            {
                await asked;
                throw new InvalidOperationException($"{what} was done before it was cancelled.");
            }
            catch (OperationCanceledException)
            {
                // As it should be.
            }

            await _client.DescribeAsync(_model, default);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {what} | {Ratio.Median(took):0.0} ms | {took.Max():0.0} ms | ≤ 200 ms |");
    }

    private static ImmutableArray<PromptPiece> Tokens(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => PromptPiece.Token(random.Next(300, 49_000)))];
    }
}
