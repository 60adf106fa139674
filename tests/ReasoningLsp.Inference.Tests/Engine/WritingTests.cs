using System.Collections.Immutable;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Engine;

/// <summary>Many texts at once: each is what it is alone, others join and leave, and what a person waits for goes first.</summary>
[Collection(nameof(EngineFixture))]
public sealed class WritingTests(EngineFixture fixture) : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.8, false)]
    [InlineData(0.8, true)]
    public async Task Texts_written_together_are_those_written_alone(double temperature, bool isReproducible)
    {
        var model = new ModelReference(TinyModel.Write(_folder["m.gguf"]),
            Cache: isReproducible ? CachePrecision.Half : CachePrecision.Single);
        GenerateRequest Of(int seed) => Request("m.gguf", seed % 3 == 0 ? "one" : "another beginning", 24) with
        {
            Temperature = temperature,
            TopP = 0.9,
            Seed = seed,
            IsReproducible = isReproducible,
            Model = model,
        };
        var alone = new List<GenerateResult>();
        for (var seed = 0; seed < 12; seed++)
            alone.Add(await fixture.Engine.GenerateAsync(Of(seed), null, Token));
        var together = await Task.WhenAll(Enumerable.Range(0, 12).Select(seed => fixture.Engine.GenerateAsync(Of(seed), null, Token)));
        Assert.Equal(alone.Select(text => (text.Text, text.Tokens, text.IsComplete)),
            together.Select(text => (text.Text, text.Tokens, text.IsComplete)));
        if (temperature > 0)
            Assert.True(alone.Select(text => text.Text).Distinct().Count() > 4);
    }

    // Of the prompt all but its last token, which is decoded with the first that is written; only in full precision are texts and
    // scores held together.
    [Fact]
    public async Task Of_a_text_that_is_done_the_prompt_is_held()
    {
        var model = new ModelReference(TinyModel.Write(_folder["m.gguf"]), Cache: CachePrecision.Single);
        var request = Request("m.gguf", "a beginning of some length", 24) with { Model = model };
        var written = await fixture.Engine.GenerateAsync(request, null, Token);
        ImmutableArray<PromptPiece> pieces = [request.Pieces[0], PromptPiece.Plain(request.Pieces[1].Text + written.Text + " end")];
        ScoreRequest Of(ImmutableArray<PromptPiece> read) => new()
        {
            Model = model,
            Pieces = read,
            Rows = [new PromptPosition(1, int.MaxValue, 0)],
            Kind = ReadingKind.MeanLogit,
        };
        var whole = await fixture.Engine.ScoreAsync(Of(pieces), Token);
        var prompt = (await fixture.Engine.ScoreAsync(Of(request.Pieces), Token)).Tokens.Length;
        Assert.Equal(24, written.Tokens);
        Assert.Equal(prompt - 1, whole.Tokens.Length - whole.Decoded);
    }

    [Fact]
    public async Task Cancelling_one_leaves_the_others_and_its_place_is_free()
    {
        using var stop = new CancellationTokenSource();
        var request = Endless("m.gguf", 300);
        var one = fixture.Engine.GenerateAsync(request, new Heard(_ => stop.Cancel()), stop.Token);
        var others = Enumerable.Range(0, 5).Select(_ => fixture.Engine.GenerateAsync(request, null, Token)).ToList();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.All(await Task.WhenAll(others), text => Assert.Equal(300, text.Tokens));
    }

    [Fact]
    public async Task What_a_person_waits_for_is_scored_while_texts_are_written()
    {
        var model = new ModelReference(TinyModel.Write(_folder["m.gguf"]));
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = fixture.Engine.GenerateAsync(Endless("m.gguf", 800) with { Priority = RequestPriority.Background },
            new Heard(_ => started.TrySetResult()), Token);
        await started.Task;
        for (var i = 0; i < 5; i++)
        {
            ImmutableArray<PromptPiece> pieces = [PromptPiece.Begin, PromptPiece.Plain($"score {i}")];
            await fixture.Engine.ScoreAsync(new ScoreRequest
            {
                Model = model,
                Pieces = pieces,
                Rows = [new PromptPosition(1, int.MaxValue, 0)],
                Kind = ReadingKind.MeanLogit,
            }, Token);
        }

        Assert.False(writing.IsCompleted);
        // Comparing uses the very cache that the text is written in.
        await fixture.Engine.CompareAsync(new CompareRequest
        {
            Model = model,
            Prefix = [PromptPiece.Begin, PromptPiece.Plain("go")],
            Continuations = [.. Enumerable.Range(0, 40).Select(i => ImmutableArray.Create(PromptPiece.Plain($"{i}?")))],
        }, Token);
        Assert.Equal(800, (await writing).Tokens);
    }

    [Fact]
    public async Task A_person_s_text_goes_before_what_nobody_waits_for()
    {
        var background = Enumerable.Range(0, 4).Select(_ => fixture.Engine.GenerateAsync(
            Endless("m.gguf", 1_000) with { Priority = RequestPriority.Background }, null, Token)).ToList();
        await fixture.Engine.GenerateAsync(Endless("m.gguf", 50), null, Token);
        Assert.DoesNotContain(background, text => text.IsCompleted);
        Assert.All(await Task.WhenAll(background), text => Assert.Equal(1_000, text.Tokens));
    }

    [Fact]
    public async Task More_than_there_is_room_for_are_written_all_the_same()
    {
        // Twenty-four texts of more than 420 tokens, together more than the 8,192 that are held.
        var texts = await Task.WhenAll(Enumerable.Range(0, 24).Select(i =>
            fixture.Engine.GenerateAsync(Endless("m.gguf", 420 + i) with
            {
                Pieces = [PromptPiece.Begin, PromptPiece.Plain($"{i} go")],
            }, null, Token)));
        Assert.Equal(Enumerable.Range(0, 24).Select(i => 420 + i), texts.Select(text => text.Tokens));
    }

    [Fact]
    public async Task A_text_too_long_for_the_model_is_refused_and_the_others_go_on()
    {
        var sound = fixture.Engine.GenerateAsync(Endless("m.gguf", 200), null, Token);
        var error = await Assert.ThrowsAsync<InferenceException>(() => fixture.Engine.GenerateAsync(
            Endless("m.gguf", 200) with { Pieces = [PromptPiece.Plain(new string('x', 3_000))] }, null, Token));
        Assert.Equal(InferenceError.TooLong, error.Kind);
        Assert.Equal(200, (await sound).Tokens);
    }

    [Fact]
    public async Task A_model_that_writes_is_not_unloaded_for_another()
    {
        await using var small = LocalEngine.Start(new EngineOptions { Threads = 1, MemoryBudget = 1 }, TimeProvider.System);
        var writing = small.GenerateAsync(Endless("a.gguf", 400), null, Token);
        await small.DescribeAsync(new ModelReference(TinyModel.Write(_folder["b.gguf"])), Token);
        await small.DescribeAsync(new ModelReference(TinyModel.Write(_folder["c.gguf"])), Token);
        Assert.Equal(400, (await writing).Tokens);
    }

    [Fact]
    public async Task Probabilities_are_told_where_they_are_asked_for()
    {
        var request = Request("m.gguf", "go", 8);
        Assert.Null((await fixture.Engine.GenerateAsync(request, null, Token)).LogProbability);
        Assert.InRange((await fixture.Engine.GenerateAsync(request with { WithProbability = true }, null, Token)).LogProbability!.Value,
            -1_000, -0.01);
    }

    [Fact]
    public async Task A_closed_engine_fails_what_it_writes()
    {
        var engine = LocalEngine.Start(new EngineOptions { Threads = 1 }, TimeProvider.System);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = engine.GenerateAsync(Endless("m.gguf", 800), new Heard(_ => started.TrySetResult()), Token);
        await started.Task;
        await engine.DisposeAsync();
        var error = await Assert.ThrowsAsync<InferenceException>(() => writing);
        Assert.Equal(InferenceError.Unavailable, error.Kind);
    }

    private GenerateRequest Request(string model, string prompt, int most) => new()
    {
        Model = new ModelReference(File.Exists(_folder[model]) ? _folder[model] : TinyModel.Write(_folder[model])),
        Pieces = [PromptPiece.Begin, PromptPiece.Plain(prompt)],
        MaximumTokens = most,
    };

    // So many tokens, whatever the weights say.
    private GenerateRequest Endless(string model, int length) => Request(model, "go", length) with { Grammar = "root ::= [a-z] root" };

    private sealed class Heard(Action<string> hear) : IProgress<string>
    {
        public void Report(string value) => hear(value);
    }
}
