using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests;

/// <summary>What is asked for to be had again is the same beside other texts and after them, to the last character.</summary>
[Collection(nameof(EngineFixture))]
public sealed class ReproducibleEngineTests(EngineFixture fixture) : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_switch_holds_for_every_text()
    {
        var model = new ModelReference(TinyModel.Write(_folder["m.gguf"]));
        var isWanted = true;
        var asked = new List<bool>();
        var engine = new ReproducibleEngine(new Told(fixture.Engine, asked), () => isWanted);
        Task<GenerateResult> WriteAsync(int seed) => engine.GenerateAsync(new GenerateRequest
        {
            Model = model,
            Pieces = [PromptPiece.Begin],
            MaximumTokens = 24,
            Temperature = 1.5,
            Seed = seed,
        }, null, TestContext.Current.CancellationToken);
        var alone = (await WriteAsync(3)).Text;
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(WriteAsync));
        Assert.Equal(alone, together[3].Text);
        isWanted = false;
        await WriteAsync(1);
        Assert.Equal([.. Enumerable.Repeat(true, 9), false], asked);
    }

    private sealed class Told(IInferenceEngine engine, List<bool> asked) : IInferenceEngine
    {
        public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
            engine.DescribeAsync(model, cancellationToken);

        public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken) =>
            engine.ScoreAsync(request, cancellationToken);

        public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken) =>
            engine.CompareAsync(request, cancellationToken);

        public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken)
        {
            lock (asked)
                asked.Add(request.IsReproducible);
            return engine.GenerateAsync(request, written, cancellationToken);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
