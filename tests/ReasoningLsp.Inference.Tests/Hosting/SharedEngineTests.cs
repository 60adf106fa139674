using System.Collections.Immutable;
using System.Diagnostics;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Hosting;

/// <summary>The engine as a process of its own.</summary>
public sealed class SharedEngineTests : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly EngineAddress _address;
    private readonly ModelReference _model;
    private readonly EngineClient _client;

    public SharedEngineTests()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("These tests end processes with signals.");
        _address = EngineAddress.For(new EngineOptions().Natives, _folder.Path);
        _model = new ModelReference(TinyModel.Write(_folder["m.gguf"]));
        _client = Client();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var engine = Process.GetProcessById((await _client.HelloAsync(TestContext.Current.CancellationToken)).Process);
            engine.Kill();
            await engine.WaitForExitAsync(CancellationToken.None);
        }
        finally
        {
            await _client.DisposeAsync();
            _folder.Dispose();
        }
    }

    [Fact]
    public async Task It_starts_on_demand_serves_several_clients_and_only_its_owner_can_open_it()
    {
        await using var other = Client();
        var hellos = await Task.WhenAll(_client.HelloAsync(TestContext.Current.CancellationToken),
            other.HelloAsync(TestContext.Current.CancellationToken));
        Assert.Equal(hellos[0].Process, hellos[1].Process);
        Assert.Equal(EngineAddress.Protocol, hellos[0].Protocol);
        Assert.Contains(hellos[0].Identity.Build, _address.Socket, StringComparison.Ordinal);
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_address.Socket));
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(_folder.Path) & (UnixFileMode)0b000_111_111);
    }

    [Fact]
    public async Task It_answers_as_an_engine_in_the_process_does_and_refuses_with_the_same_words()
    {
        await using var local = LocalEngine.Start(new EngineOptions { Threads = 1 }, TimeProvider.System);
        foreach (var kind in (ReadingKind[])[ReadingKind.Candidates, ReadingKind.Hidden, ReadingKind.MeanLogit, ReadingKind.LogProbability])
        {
            var request = Request("a text", kind);
            var here = await local.ScoreAsync(request, TestContext.Current.CancellationToken);
            var there = await _client.ScoreAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(here.Values, there.Values);
            Assert.Equal(here.Tokens, there.Tokens);
        }

        var broken = Request("x", ReadingKind.MeanLogit) with { Model = new ModelReference(_folder["none.gguf"]) };
        var error = await Assert.ThrowsAsync<InferenceException>(() => _client.ScoreAsync(broken, TestContext.Current.CancellationToken));
        var expected = await Assert.ThrowsAsync<InferenceException>(() => local.ScoreAsync(broken, TestContext.Current.CancellationToken));
        Assert.Equal(expected.Message, error.Message);
        Assert.Equal(expected.Kind, error.Kind);
        var tooLong = await Assert.ThrowsAsync<InferenceException>(
            () => _client.ScoreAsync(Request(new string('x', 5_000), ReadingKind.MeanLogit), TestContext.Current.CancellationToken));
        Assert.Equal((InferenceError.TooLong, TinyModel.Context), (tooLong.Kind, tooLong.Limit));
    }

    [Fact]
    public async Task What_it_writes_streams_and_cancelling_reaches_it()
    {
        var pieces = new List<string>();
        var written = new Heard(pieces.Add);
        var result = await _client.GenerateAsync(
            new GenerateRequest
            {
                Model = _model,
                Pieces = [PromptPiece.Begin, PromptPiece.Plain("go")],
                Grammar = "root ::= \"abcdefgh\"",
                MaximumTokens = 20
            }, written, TestContext.Current.CancellationToken);
        Assert.Equal("abcdefgh", result.Text);
        Assert.NotEmpty(pieces);
        using var stop = new CancellationTokenSource();
        var long_ = _client.GenerateAsync(
            new GenerateRequest
            {
                Model = _model,
                Pieces = [PromptPiece.Begin, PromptPiece.Plain("go")],
                Grammar = $"root ::= \"{new string('a', 1_500)}\"",
                MaximumTokens = 1_900
            }, new Heard(_ => stop.Cancel()), stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => long_);
        Assert.NotEmpty((await _client.ScoreAsync(Request("after", ReadingKind.MeanLogit), TestContext.Current.CancellationToken)).Values);
    }

    [Fact]
    public async Task Whoever_waits_for_an_engine_that_hangs_can_stop_waiting()
    {
        var engine = (await _client.HelloAsync(TestContext.Current.CancellationToken)).Process;
        await SignalAsync("-STOP", engine);
        try
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                _client.ScoreAsync(Request("x", ReadingKind.MeanLogit), stop.Token)
                    .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        }
        finally
        {
            await SignalAsync("-CONT", engine);
        }

        Assert.NotEmpty((await _client.ScoreAsync(Request("x", ReadingKind.MeanLogit), TestContext.Current.CancellationToken)).Values);
    }

    /// <summary>What llama.cpp does not survive ends the process that tries it, and the engine goes on.</summary>
    [Fact]
    public async Task A_file_on_which_llama_cpp_hangs_or_dies_costs_its_own_request_and_nothing_else()
    {
        var engine = (await _client.HelloAsync(TestContext.Current.CancellationToken)).Process;
        // A sound header with an attention that no graph can be made of: llama.cpp asserts as it builds one.
        var path = TinyModel.Write(_folder["deadly.gguf"],
            replaced: new Dictionary<string, object> { ["llama.rope.dimension_count"] = 16u },
            change: writer => writer.Add("llama.attention.key_length", 8u));
        var error = await Assert.ThrowsAsync<InferenceException>(() => _client.ScoreAsync(
            Request("x", ReadingKind.MeanLogit) with { Model = new ModelReference(path) }, TestContext.Current.CancellationToken));
        Assert.Equal(InferenceError.BadFile, error.Kind);
        Assert.Equal(engine, (await _client.HelloAsync(TestContext.Current.CancellationToken)).Process);
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private EngineClient Client() =>
        new(_address, new EngineLauncher(Path.Combine(AppContext.BaseDirectory, "reasoning-lsp"),
        ["engine", "--threads", "1", "--socket-folder", _folder.Path]), TimeProvider.System);

    private ScoreRequest Request(string text, ReadingKind kind)
    {
        ImmutableArray<PromptPiece> pieces = [PromptPiece.Begin, PromptPiece.Plain(text)];
        return new ScoreRequest
        {
            Model = _model,
            Pieces = pieces,
            Rows = [new PromptPosition(1, int.MaxValue, 0)],
            Start = new PromptPosition(1, 1, 0),
            Kind = kind,
            Candidates = kind == ReadingKind.Candidates ? [[PromptPiece.Token(5)], [PromptPiece.Token(6)]] : [],
        };
    }

    private sealed class Heard(Action<string> hear) : IProgress<string>
    {
        public void Report(string value) => hear(value);
    }
}
