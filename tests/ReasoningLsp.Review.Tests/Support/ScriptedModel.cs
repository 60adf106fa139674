using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Tests.Support;

/// <summary>Stands in for a model that writes: four characters are a token, and it ends where its text ends or a stop stands.</summary>
/// <param name="reply">What it writes, by the number of the candidate (from 0) and the prompt.</param>
internal sealed class ScriptedModel(Func<int, string, string> reply) : IInferenceEngine
{
    public const int FirstSeed = 1;

    private const int CharactersPerToken = 4;
    private const int PromptPieces = 2;

    /// <summary>A model that writes these texts, a candidate each, and nothing after.</summary>
    public ScriptedModel(params string[] texts)
        : this((candidate, _) => candidate < texts.Length ? texts[candidate] : string.Empty)
    {
    }

    /// <summary>What it was asked, in order.</summary>
    public List<GenerateRequest> Requests { get; } = [];

    /// <summary>Whether it tells each piece as it writes it, and can be stopped between two.</summary>
    public bool Streams { get; init; }

    /// <summary>Texts that were stopped.</summary>
    public int Stopped { get; private set; }

    /// <summary>The first prompt.</summary>
    public string Prompt => Requests[0].Pieces[1].Text;

    public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
        Task.FromResult(new ModelDescription("scripted", "scripted", "0", 1, 4096, 1, 1, 1));

    public async Task<GenerateResult> GenerateAsync(
        GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add(request);
        var said = string.Concat(request.Pieces.Skip(PromptPieces).Select(piece => piece.Text));
        var whole = reply(request.Seed - FirstSeed, request.Pieces[1].Text);
        var rest = whole[Math.Min(said.Length, whole.Length)..];
        var stop = request.Stops.Select(each => rest.IndexOf(each, StringComparison.Ordinal)).Where(at => at >= 0)
            .DefaultIfEmpty(rest.Length).Min();
        var most = request.MaximumTokens * CharactersPerToken;
        var text = rest[..Math.Min(stop, most)];
        if (Streams)
            await StreamAsync(text, written, cancellationToken);
        return new GenerateResult(text, text.Length / CharactersPerToken, stop <= most, 0);
    }

    private async Task StreamAsync(string text, IProgress<string>? written, CancellationToken cancellationToken)
    {
        for (var at = 0; at < text.Length; at += CharactersPerToken)
        {
            await Task.Delay(1, CancellationToken.None);
            if (cancellationToken.IsCancellationRequested)
                Stopped++;
            cancellationToken.ThrowIfCancellationRequested();
            written?.Report(text.Substring(at, Math.Min(CharactersPerToken, text.Length - at)));
        }
    }

    public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
