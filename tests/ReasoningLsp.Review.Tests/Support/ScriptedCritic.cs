using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Tests.Support;

/// <summary>Stands in for a model that writes critiques and is asked for a verdict after them.</summary>
/// <param name="reply">What it writes, by the prompt and the seed.</param>
/// <param name="right">The probability of yes, by the whole text that is read.</param>
/// <param name="together">How many texts must be asked for before the first is written; asked for one after the other, they never
/// are.</param>
internal sealed class ScriptedCritic(Func<string, int, string> reply, Func<string, double> right, int together = 1) : IInferenceEngine
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    /// <summary>What it was asked to write, in order.</summary>
    public ConcurrentQueue<GenerateRequest> Written { get; } = [];

    /// <summary>What it was asked to compare.</summary>
    public ConcurrentQueue<CompareRequest> Compared { get; } = [];

    /// <summary>The texts in which a verdict was read.</summary>
    public ConcurrentQueue<string> Read { get; } = [];

    public static string Text(ImmutableArray<PromptPiece> pieces) =>
        string.Concat(pieces.Select(piece => piece.Kind == PieceKind.Text ? piece.Text : piece.Kind == PieceKind.Begin ? "" : piece.Text));

    public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
        Task.FromResult(new ModelDescription("scripted", "scripted", "0", 1, 4096, 1, 1, 1) { Controls = ["<|im_start|>"] });

    public async Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written,
        CancellationToken cancellationToken)
    {
        Written.Enqueue(request);
        if (Interlocked.Increment(ref _asked) >= together)
            _all.TrySetResult();
        await _all.Task.WaitAsync(s_patience, cancellationToken);
        var text = reply(Text(request.Pieces), request.Seed);
        var stop = request.Stops.Select(each => text.IndexOf(each, StringComparison.Ordinal)).Where(at => at >= 0)
            .DefaultIfEmpty(text.Length).Min();
        return new GenerateResult(text[..stop], stop, true, null);
    }

    public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken)
    {
        var text = Text(request.Pieces);
        Read.Enqueue(text);
        var yes = right(text);
        return Task.FromResult(new ScoreResult([[Math.Log(yes), Math.Log(1 - yes), 0]], [0], [0], 0));
    }

    /// <summary>Whatever is asked is answered yes.</summary>
    public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken)
    {
        Compared.Enqueue(request);
        return Task.FromResult(new CompareResult([.. request.Continuations.Select(_ => new[] { Math.Log(0.9), Math.Log(0.05), 0.0 })],
            [.. request.Continuations.Select(_ => 1)], 0));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
