using System.Collections.Immutable;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Libraries;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Engine;

/// <summary>What is cancelled computes no further than the batch that runs, and what was computed before it is kept.</summary>
[Collection(nameof(EngineFixture))]
public sealed class CancelTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly LocalEngine _engine;
    private readonly ModelPool _pool;
    private readonly ModelReference _model;

    public CancelTests(EngineFixture fixture)
    {
        _engine = fixture.Engine;
        _pool = new ModelPool(NativeRuntime.Load(NativeFiles.DefaultFolder), new EngineOptions { Threads = 1 }, TimeProvider.System);
        _model = new ModelReference(TinyModel.Write(_folder["m.gguf"]));
    }

    public void Dispose()
    {
        _pool.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_prompt_that_is_cancelled_between_batches_decodes_none_of_them_further(int batches)
    {
        using var stop = new CancellationTokenSource();
        var between = 0;
        bool CancelAfter()
        {
            // Asked when the next batch is about to be decoded.
            if (++between == batches)
                stop.Cancel();
            return false;
        }

        var request = Prompt(2_000);
        Assert.ThrowsAny<OperationCanceledException>(() => Scoring.Run(_pool.Get(_model), request, CancelAfter, stop.Token));
        Assert.Equal(batches, between);
        var rest = Scoring.Run(_pool.Get(_model), request, () => false, TestContext.Current.CancellationToken);
        Assert.Equal(rest.Tokens.Length - (batches * ContextHandle.Batch), rest.Decoded);
    }

    [Fact]
    public void Continuations_that_are_cancelled_leave_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        ImmutableArray<PromptPiece> prefix = [PromptPiece.Begin, PromptPiece.Plain(new string('p', 1_500))];
        var request = new CompareRequest
        {
            Model = _model,
            Prefix = prefix,
            Continuations = [.. Enumerable.Range(0, 20).Select(i => ImmutableArray.Create(PromptPiece.Plain($"{i}?")))],
            Candidates = [[PromptPiece.Token(5)]],
        };
        Assert.ThrowsAny<OperationCanceledException>(() => Comparing.Run(_pool.Get(_model), request, () =>
        {
            stop.Cancel();
            return false;
        }, stop.Token));
        var held = _pool.Get(_model).SessionFor(_model, 1, 1).Tree.Held;
        Assert.InRange(held, 0, ContextHandle.Batch);
        Assert.NotEmpty(Comparing.Run(_pool.Get(_model), request, () => false, TestContext.Current.CancellationToken).Values);
    }

    [Fact]
    public async Task Writing_that_is_cancelled_writes_no_token_more()
    {
        using var stop = new CancellationTokenSource();
        var heard = new List<string>();
        var request = new GenerateRequest
        {
            Model = _model,
            Pieces = [PromptPiece.Begin, PromptPiece.Plain("go")],
            Grammar = $"root ::= \"{new string('a', 500)}\"",
            MaximumTokens = 600,
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _engine.GenerateAsync(request, new Heard(text =>
        {
            heard.Add(text);
            stop.Cancel();
        }), stop.Token));
        await _engine.DescribeAsync(_model, TestContext.Current.CancellationToken);
        Assert.Single(heard);
    }

    private ScoreRequest Prompt(int length)
    {
        ImmutableArray<PromptPiece> pieces = [PromptPiece.Begin, PromptPiece.Plain(new string('x', length))];
        return new ScoreRequest
        {
            Model = _model,
            Pieces = pieces,
            Rows = [new PromptPosition(1, int.MaxValue, 0)],
            Kind = ReadingKind.MeanLogit,
        };
    }

    private sealed class Heard(Action<string> hear) : IProgress<string>
    {
        public void Report(string value) => hear(value);
    }
}
