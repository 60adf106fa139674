using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Hosting;

/// <summary>What the process that tries a model may do, and what is made of it. Shells stand in for it.</summary>
public sealed class ModelProofTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly ModelReference _model;

    public ModelProofTests()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Shells stand in for the process here.");
        _model = new ModelReference(TinyModel.Write(_folder["m.gguf"]));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_is_tried_once_for_all_who_ask_and_for_later_engines_too()
    {
        var proof = Proof("echo >> \"$0\".tries; exit 0");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => proof.EnsureAsync(_model, TestContext.Current.CancellationToken)));
        await Proof("echo >> \"$0\".tries; exit 0").EnsureAsync(_model, TestContext.Current.CancellationToken);
        Assert.Single(Tries());
        File.SetLastWriteTimeUtc(_model.Path, DateTime.UtcNow.AddHours(-1));
        await proof.EnsureAsync(_model, TestContext.Current.CancellationToken);
        Assert.Equal(2, Tries().Length);
    }

    [Fact]
    public async Task A_model_that_ends_the_process_is_refused_with_its_last_words_and_not_tried_again()
    {
        var proof = Proof("echo >> \"$0\".tries; echo GGML_ASSERT >&2; kill -ABRT $$");
        for (var i = 0; i < 2; i++)
        {
            var error = await Assert.ThrowsAsync<InferenceException>(
                () => proof.EnsureAsync(_model, TestContext.Current.CancellationToken));
            Assert.Equal(InferenceError.BadFile, error.Kind);
            Assert.Contains("m.gguf ends llama.cpp", error.Message, StringComparison.Ordinal);
            Assert.Contains("GGML_ASSERT", error.Message, StringComparison.Ordinal);
        }

        Assert.Single(Tries());
    }

    [Fact]
    public async Task What_is_ended_from_outside_is_tried_again()
    {
        await Proof("echo >> \"$0\".tries; test $(wc -l < \"$0\".tries) -gt 3 || kill -KILL $$")
            .EnsureAsync(_model, TestContext.Current.CancellationToken);
        Assert.Equal(4, Tries().Length);
    }

    [Fact]
    public async Task A_fault_that_is_told_in_order_is_left_to_the_engine() =>
        await Proof("exit 2").EnsureAsync(_model, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Whoever_stops_waiting_is_let_go_though_the_process_hangs()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Proof("read x").EnsureAsync(_model, stop.Token));
    }

    [Fact]
    public async Task A_file_that_is_still_written_is_refused_and_tried_again_when_it_is_whole()
    {
        var proof = Proof("test -e \"$0\".done || echo more >> \"$1\"");
        Assert.Contains("changes while it is read", (await Assert.ThrowsAsync<InferenceException>(
            () => proof.EnsureAsync(_model, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_folder["proof.done"], string.Empty, TestContext.Current.CancellationToken);
        await proof.EnsureAsync(_model, TestContext.Current.CancellationToken);
    }

    private string[] Tries() => File.ReadAllLines(_folder["proof.tries"]);

    private ModelProof Proof(string script) =>
        new(new EngineLauncher("/bin/sh", ["-c", script, _folder["proof"]]), _folder["proven"], TimeProvider.System);
}
