using System.Diagnostics;
using System.Text;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Hosting;

/// <summary>Bytes flipped, values put into header, metadata and tensors: whatever a file says, it is refused or loaded.</summary>
public sealed class HeaderFuzzTests : IDisposable
{
    /// <summary>What only llama.cpp finds costs a process of its own; it must stay the rare case.</summary>
    private const double MostDeaths = 0.002;
    private static readonly uint[] s_values =
        [0, 1, 2, 3, 7, 8, 16, 255, 256, 65_536, int.MaxValue, 0x8000_0000, uint.MaxValue];
    private static readonly string[] s_keys =
    [
        "block_count", "context_length", "embedding_length", "feed_forward_length", "attention.head_count", "attention.head_count_kv",
        "attention.key_length", "attention.value_length", "rope.dimension_count", "expert_count", "expert_used_count", "vocab_size",
        "attention.sliding_window", "expert_shared_count", "leading_dense_block_count", "attention.q_lora_rank", "logit_scale",
        "tensor_data_layout", "ssm.inner_size", "nextn_predict_layers", "pooling_type",
    ];
    private static readonly string[] s_tokens =
        ["bos", "eos", "padding", "unknown", "separator", "mask", "eot", "eom", "prefix", "suffix", "middle"];

    private readonly ScratchFolder _folder = new();
    private readonly LoadingProcess _process = new();
    private readonly List<(string What, string Path)> _deadly = [];
    private string? _refused;

    public HeaderFuzzTests()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("These tests end processes with signals.");
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

    [Fact, Trait("Category", "Long")]
    public async Task Whatever_a_header_says_it_is_refused_or_loaded_and_the_engine_goes_on()
    {
        var path = TinyModel.Write(_folder["m.gguf"]);
        Assert.Equal(string.Empty, await _process.TryAsync(path, TestContext.Current.CancellationToken));
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var count = await FlipAsync(whole, (int)GgufReader.Read(path).HeaderLength, LongRun.Size(150, 10_000));
        var known = GgufReader.Read(path).Metadata;
        var targeted = Targeted().ToList();
        foreach (var (key, value) in targeted.Where((_, at) => LongRun.IsOn || at % 61 == 0))
        {
            await TryAsync($"{key} = {value}", TinyModel.Write(_folder["spoilt.gguf"],
                change: known.ContainsKey(key) ? null : writer => writer.Add(key, value),
                replaced: new Dictionary<string, object> { [key] = value }));
            count++;
        }

        TestContext.Current.SendDiagnosticMessage($"{count:N0} files, {_deadly.Count} of them end llama.cpp: {Deaths}");
        Assert.True(_deadly.Count <= 1 + (count * MostDeaths), Deaths);
        await TheEngineGoesOnAsync(path);
    }

    private async Task<int> FlipAsync(byte[] whole, int header, int count)
    {
        // Most of the header are the names, the scores and the kinds of tokens: half of the flips are elsewhere.
        var vocabulary = whole.AsSpan().IndexOf("tokenizer.ggml.tokens"u8);
        var behind = whole.AsSpan().IndexOf("tokenizer.ggml.bos_token_id"u8);
        var random = new Random(5);
        for (var flip = 0; flip < count; flip++)
        {
            var bytes = whole.ToArray();
            var at = random.Next(flip % 2 == 0 ? header : header - (behind - vocabulary));
            if (flip % 2 == 1 && at >= vocabulary)
                at += behind - vocabulary;
            bytes[at] = (byte)random.Next(256);
            await File.WriteAllBytesAsync(_folder["spoilt.gguf"], bytes, TestContext.Current.CancellationToken);
            await TryAsync($"flip {flip}: byte {at} = {bytes[at]} ({Around(bytes, at)})", _folder["spoilt.gguf"]);
        }

        return count;
    }

    private string Deaths => string.Join('\n', _deadly.Select(each => each.What));

    private static IEnumerable<(string Key, object Value)> Targeted() =>
        s_keys.SelectMany(key => s_values.Select(value => ($"llama.{key}", (object)value)))
            .Concat(s_tokens.SelectMany(token => s_values.Select(value => ($"tokenizer.ggml.{token}_token_id", (object)value))))
            .Concat(((string[])["bert", "none", "no_vocab", "gpt2", "t5", "rwkv", "plamo2", "test", ""])
                .Select(model => ("tokenizer.ggml.model", (object)model)))
            .Concat(((string[])["gpt-2", "llama-bpe", "qwen2", "", "default"]).Select(pre => ("tokenizer.ggml.pre", (object)pre)))
            .Concat(((string[])["qwen2", "qwen3moe", "mamba", "bert", "t5", "gemma3", "deepseek2", "clip"])
                .Select(architecture => ("general.architecture", (object)architecture)))
            .Concat(((float[])[0, -1, float.NaN, float.PositiveInfinity, float.MaxValue, 1e-45f]).SelectMany(value =>
                ((string[])["attention.layer_norm_rms_epsilon", "rope.freq_base", "rope.scaling.factor", "attention.scale",
                    "logit_scale", "rope.scaling.attn_factor"]).Select(key => ($"llama.{key}", (object)value))))
            .Concat(((string[])["linear", "yarn", "longrope", "none", ""]).Select(kind => ("llama.rope.scaling.type", (object)kind)));

    private async Task TryAsync(string what, string path)
    {
        var answer = await _process.TryAsync(path, TestContext.Current.CancellationToken);
        if (answer is { Length: > 0 })
            _refused = answer;
        if (answer is not null)
            return;
        var kept = _folder[$"deadly-{_deadly.Count}.gguf"];
        File.Copy(path, kept);
        _deadly.Add(($"{what}: {_process.Words}", kept));
    }

    /// <summary>Each that ended or held up llama.cpp is asked of an engine, which refuses it and stays the same process.</summary>
    private async Task TheEngineGoesOnAsync(string sound)
    {
        Assert.NotNull(_refused);
        var address = EngineAddress.For(new EngineOptions().Natives, _folder.Path);
        await using var client = new EngineClient(address, new EngineLauncher(Path.Combine(AppContext.BaseDirectory, "reasoning-lsp"),
            ["engine", "--threads", "1", "--socket-folder", _folder.Path]), TimeProvider.System);
        var engine = (await client.HelloAsync(TestContext.Current.CancellationToken)).Process;
        try
        {
            foreach (var (what, path) in _deadly)
            {
                var error = await Assert.ThrowsAsync<InferenceException>(
                    () => client.ScoreAsync(Request(path), TestContext.Current.CancellationToken));
                Assert.True(error.Kind == InferenceError.BadFile, $"{what}: {error.Message}");
            }

            Assert.NotEmpty((await client.ScoreAsync(Request(sound), TestContext.Current.CancellationToken)).Values);
            Assert.Equal(engine, (await client.HelloAsync(TestContext.Current.CancellationToken)).Process);
        }
        finally
        {
            using var process = Process.GetProcessById(engine);
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static ScoreRequest Request(string path) => new()
    {
        Model = new ModelReference(path),
        Pieces = [PromptPiece.Begin, PromptPiece.Plain("1")],
        Rows = [new PromptPosition(1, int.MaxValue, 0)],
        Kind = ReadingKind.MeanLogit,
    };

    private static string Around(byte[] bytes, int at) => string.Concat(Encoding.Latin1.GetString(bytes.AsSpan(Math.Max(0, at - 48), 48))
        .Select(sign => sign is >= ' ' and <= '~' ? sign : '.'));
}
