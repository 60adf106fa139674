using System.Collections.Immutable;
using System.Diagnostics;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using ReasoningLsp.TestSupport;
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

    /// <summary>Bytes flipped, values put into header, metadata and tensors: whatever a file says, it is refused or loaded.</summary>
    [Fact, Trait("Category", "Long")]
    public async Task Whatever_a_header_says_the_engine_goes_on()
    {
        var engine = (await _client.HelloAsync(TestContext.Current.CancellationToken)).Process;
        var whole = await File.ReadAllBytesAsync(_model.Path, TestContext.Current.CancellationToken);
        var header = (int)GgufReader.Read(_model.Path).HeaderLength;
        var random = new Random(5);
        for (var flip = 0; flip < LongRun.Size(8, 10_000); flip++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(header)] = (byte)random.Next(256);
            await TryAsync(bytes, $"flip {flip}");
        }

        uint[] values = [0, 1, 2, 3, 7, 8, 16, 255, 256, 65_536, int.MaxValue, 0x8000_0000, uint.MaxValue];
        string[] keys = ["block_count", "context_length", "embedding_length", "feed_forward_length", "attention.head_count",
            "attention.head_count_kv", "attention.key_length", "attention.value_length", "rope.dimension_count", "expert_count",
            "expert_used_count", "vocab_size", "attention.sliding_window", "expert_shared_count", "leading_dense_block_count",
            "attention.q_lora_rank", "logit_scale", "tensor_data_layout", "ssm.inner_size", "nextn_predict_layers", "pooling_type"];
        var targeted = keys.SelectMany(key => values.Select(value => ($"llama.{key}", (object)value)))
            .Concat(((string[])["bos", "eos", "padding", "unknown", "separator", "mask", "eot", "eom", "prefix", "suffix", "middle"])
                .SelectMany(token => values.Select(value => ($"tokenizer.ggml.{token}_token_id", (object)value))))
            .Concat(((string[])["bert", "none", "no_vocab", "gpt2", "t5", "rwkv", "plamo2", "test", ""])
                .Select(model => ("tokenizer.ggml.model", (object)model)))
            .Concat(((string[])["gpt-2", "llama-bpe", "qwen2", "", "default"]).Select(pre => ("tokenizer.ggml.pre", (object)pre)))
            .Concat(((string[])["qwen2", "qwen3moe", "mamba", "bert", "t5", "gemma3", "deepseek2", "clip"])
                .Select(architecture => ("general.architecture", (object)architecture)))
            .ToList();
        foreach (var (key, value) in targeted.Take(LongRun.Size(0, int.MaxValue)).Concat(targeted.Where((_, at) => at % 61 == 0)))
        {
            var isThere = GgufReader.Read(_model.Path).Metadata.ContainsKey(key);
            var path = TinyModel.Write(_folder["value.gguf"], change: isThere ? null : writer => writer.Add(key, value),
                replaced: new Dictionary<string, object> { [key] = value });
            await TryAsync(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), $"{key} = {value}");
        }

        async Task TryAsync(byte[] bytes, string what)
        {
            await File.WriteAllBytesAsync(_folder["spoilt.gguf"], bytes, TestContext.Current.CancellationToken);
            try
            {
                await _client.ScoreAsync(Request("a text", ReadingKind.MeanLogit) with
                {
                    Model = new ModelReference(_folder["spoilt.gguf"]),
                },
                    TestContext.Current.CancellationToken);
            }
            catch (InferenceException error)
            {
                Assert.NotEmpty(error.Message);
            }

            Assert.True(engine == (await _client.HelloAsync(TestContext.Current.CancellationToken)).Process, $"{what} ended the engine.");
        }
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
