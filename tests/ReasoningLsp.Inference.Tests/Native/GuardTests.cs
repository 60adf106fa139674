using ReasoningLsp.Inference.Libraries;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Native;

/// <summary>Where LLamaSharp says nothing and goes on with what llama.cpp refused, we say it; what would end the process is never
/// asked.</summary>
[Collection(nameof(EngineFixture))]
public sealed class GuardTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly NativeRuntime _runtime;
    private readonly ModelHandle _model;

    public GuardTests(EngineFixture fixture)
    {
        Assert.NotNull(fixture.Engine);
        _runtime = NativeRuntime.Load(NativeFiles.DefaultFolder);
        _model = ModelHandle.Load(TinyModel.Write(_folder["m.gguf"]), _runtime);
    }

    /// <summary>Whether the file of the model is mapped into this process.</summary>
    private bool IsLoaded => File.ReadAllText("/proc/self/maps").Contains(_folder["m.gguf"], StringComparison.Ordinal);

    public void Dispose()
    {
        _model.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_context_that_llama_cpp_refuses_is_an_error_and_keeps_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is read from /proc what a process has loaded.");
        // More sequences than llama.cpp tells apart.
        var error = Assert.Throws<InferenceException>(() => Context(sequences: 1_000));
        Assert.Equal(InferenceError.TooLarge, error.Kind);
        Assert.Contains("n_seq_max", error.Message, StringComparison.Ordinal);
        using (var context = Context())
            Assert.Equal(4, Decoded(context, [1, 10, 11, 12]).Count);
        Assert.True(IsLoaded);
        _model.Dispose();
        Assert.False(IsLoaded);
    }

    [Fact]
    public void A_context_keeps_its_model_alive()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is read from /proc what a process has loaded.");
        using var context = Context();
        var batch = new TokenBatch(new Vocabulary(_model).Size, 2);
        batch.Add(1, 0, 0, true);
        _model.Dispose();
        Assert.True(IsLoaded);
        Assert.Equal(0, context.Decode(batch));
        context.Dispose();
        Assert.False(IsLoaded);
    }

    [Fact]
    public void Files_that_llama_cpp_refuses_are_errors_with_its_words()
    {
        File.WriteAllText(_folder["a.gguf"], "no model");
        Assert.Equal(InferenceError.BadFile,
            Assert.Throws<InferenceException>(() => ModelHandle.Load(_folder["a.gguf"], _runtime)).Kind);
        var error = Assert.Throws<InferenceException>(() => _model.LoadAdapter(_folder["a.gguf"], _runtime));
        Assert.Equal(InferenceError.BadFile, error.Kind);
        Assert.DoesNotContain("no reason", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("root ::= undefined")]
    [InlineData("root ::= root \"a\"")]
    [InlineData("other ::= \"a\"")]
    [InlineData("not a grammar")]
    public void A_grammar_that_llama_cpp_refuses_is_an_error(string grammar) =>
        Assert.Equal(InferenceError.BadRequest,
            Assert.Throws<InferenceException>(() => GrammarSampler.Create(grammar, new Vocabulary(_model))).Kind);

    [Fact]
    public void A_row_that_was_not_flagged_has_no_logits()
    {
        using var context = Context();
        var batch = Decoded(context, [1, 10]);
        Assert.Equal(new Vocabulary(_model).Size, context.Logits(batch.Count - 1).Length);
        Assert.Equal(InferenceError.Failed, Assert.Throws<InferenceException>(() => context.Logits(0).Length).Kind);
        Assert.Equal(InferenceError.Failed, Assert.Throws<InferenceException>(() => context.Logits(500).Length).Kind);
    }

    [Fact]
    public void Tokens_and_sequences_that_are_none_and_more_tokens_than_a_batch_takes_are_refused()
    {
        var vocabulary = new Vocabulary(_model);
        byte[] buffer = [];
        Assert.Throws<InferenceException>(() => vocabulary.Bytes(vocabulary.Size, ref buffer).Length);
        Assert.Throws<InferenceException>(() => vocabulary.Bytes(-1, ref buffer).Length);
        Assert.Throws<InferenceException>(() => vocabulary.IsEnd(vocabulary.Size));
        var batch = new TokenBatch(vocabulary.Size, 2);
        Assert.Throws<InvalidOperationException>(() => batch.Native);
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.Add(vocabulary.Size, 0, 0, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.Add(-1, 0, 0, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.Add(0, 0, 2, false));
        for (var i = 0; i < ContextHandle.Batch; i++)
            batch.Add(10, i, 0, i < ContextHandle.Outputs);
        Assert.False(batch.Takes(false));
        Assert.Throws<InvalidOperationException>(() => batch.Add(10, 0, 0, false));
        using var context = Context();
        Assert.Equal(0, context.Decode(batch));
        // The large batch was filled; a small one still decodes, and a gap in the positions is refused by llama.cpp.
        batch.Clear();
        batch.Add(10, ContextHandle.Batch, 0, true);
        Assert.Equal(0, context.Decode(batch));
        batch.Clear();
        batch.Add(10, ContextHandle.Batch + 50, 0, true);
        Assert.NotEqual(0, context.Decode(batch));
    }

    private ContextHandle Context(int sequences = 2) => ContextHandle.Create(_model,
        new ContextOptions(1_024, sequences, 1, CachePrecision.Single, IsFused: false), new HiddenSink(TinyModel.Hidden), _runtime);

    /// <summary>A batch that was decoded, of which the last row is flagged.</summary>
    private TokenBatch Decoded(ContextHandle context, int[] tokens)
    {
        var batch = new TokenBatch(new Vocabulary(_model).Size, 2);
        for (var i = 0; i < tokens.Length; i++)
            batch.Add(tokens[i], i, 0, i == tokens.Length - 1);
        Assert.Equal(0, context.Decode(batch));
        return batch;
    }
}
