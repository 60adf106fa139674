using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Models;

/// <summary>A zoo of broken model files: each is refused with its reason by whoever meets it, and the engine lives on.</summary>
[Collection("in-process engine")]
public sealed class BrokenModelTests(EngineProcess engine) : IClassFixture<EngineProcess>, IDisposable
{
    private const string Solution =
        "Problem: She had 12 apples and got 5 more. How many has she?\n\nStep 1: So 12 + 5 = 18.\n\nStep 2: She has 18 apples.\n";
    private const string Query = "blk.0.attn_q.weight";

    private static readonly Dictionary<string, (Action<SpoiltModel> Spoil, string Reason)> Zoo = new(StringComparer.Ordinal)
    {
        ["empty"] = (file => file.Length = 0, "no GGUF file"),
        ["cut within the magic"] = (file => file.Length = 3, "no GGUF file"),
        ["cut within the counts"] = (file => file.Length = 20, "no GGUF file"),
        ["cut within the first key"] = (file => file.Length = 40, "claims"),
        ["cut within the metadata"] = (file => file.Length = 500, "claims"),
        ["cut within the vocabulary"] = (file => file.Length = 400_000, "within its header"),
        ["cut within the tensors' names"] = (file => file.Length = 1_775_000, "more than it holds"),
        ["cut before the weights"] = (file => file.Length = 1_785_664, "cut off"),
        ["cut within the weights"] = (file => file.Length = 50_000_000, "cut off"),
        ["one block short"] = (file => file.Length = file.Length - 4_096, "cut off"),
        ["wrong magic"] = (file => file.At(0, "GGUX"u8), "no GGUF file"),
        ["older magic"] = (file => file.At(0, "ggjt"u8), "no GGUF file"),
        ["version 0"] = (file => file.UInt32At(4, 0), "version 0"),
        ["version 1"] = (file => file.UInt32At(4, 1), "version 1"),
        ["version 99"] = (file => file.UInt32At(4, 99), "version 99"),
        ["bytes in the other order"] = (file => file.UInt32At(4, 0x0300_0000), "version"),
        ["absurd count of tensors"] = (file => file.UInt64At(8, ulong.MaxValue), "claims"),
        ["large count of tensors"] = (file => file.UInt64At(8, 1 << 20), "0 dimensions"),
        ["no tensors"] = (file => file.UInt64At(8, 0), "token_embd.weight"),
        ["absurd count of entries"] = (file => file.UInt64At(16, ulong.MaxValue / 2), "claims"),
        ["one entry too many"] = (file => file.UInt64At(16, 34), "claims"),
        ["one entry too few"] = (file => file.UInt64At(16, 32), "a dimension of"),
        ["huge key"] = (file => file.UInt64At(24, 1UL << 40), "claims"),
        ["huge text"] = (file => file.UInt64At(file.ValueOf("general.name"), ulong.MaxValue), "claims"),
        ["huge token"] = (file => file.UInt64At(file.ValueOf("tokenizer.ggml.tokens") + 12, 1UL << 62), "claims"),
        ["absurd count of tokens"] = (file => file.UInt64At(file.ValueOf("tokenizer.ggml.tokens") + 4, 1UL << 60), "claims"),
        ["unknown type of value"] = (file => file.Type("llama.block_count", 77), "type 77"),
        ["arrays of arrays"] = (file => file.UInt32At(file.ValueOf("tokenizer.ggml.tokens"), 9), "type 9"),
        ["tensor of no dimensions"] = (file => file.UInt32At(file.Shape(Query), 0), "0 dimensions"),
        ["tensor of nine dimensions"] = (file => file.UInt32At(file.Shape(Query), 9), "9 dimensions"),
        ["tensor with a side of 0"] = (file => file.UInt64At(file.Shape(Query) + 4, 0), "dimension of 0"),
        ["tensor with an absurd side"] = (file => file.UInt64At(file.Shape(Query) + 4, 1UL << 60), "dimension of"),
        ["tensor of another shape"] = (file => file.UInt64At(file.Shape(Query) + 12, 544), "is expected"),
        ["tensor of an unknown type"] = (file => file.UInt32At(file.AfterShape(Query), 99), "unknown type 99"),
        ["tensor of a withdrawn type"] = (file => file.UInt32At(file.AfterShape(Query), 4), "unknown type 4"),
        ["tensor outside of the file"] = (file => file.UInt64At(file.AfterShape(Query) + 4, 1UL << 40), "outside"),
        ["tensor where none may begin"] = (file => file.UInt64At(file.AfterShape(Query) + 4, 33), "no tensor may begin"),
        ["tensor twice"] = (file => file.Rename("blk.1.attn_q.weight", Query), "twice"),
        ["tensor missing"] = (file => file.Rename(Query, "blk.0.attn_x.weight"), "blk.0.attn_q.weight"),
        ["embedding missing"] = (file => file.Rename("token_embd.weight", "token_embx.weight"), "token_embd.weight"),
        ["no architecture"] = (file => file.Rename("general.architecture", "general.architectura"), "holds no model"),
        ["wrong architecture"] = (file => file.Text("general.architecture", "qlama"), "qlama"),
        ["other architecture"] = (file => file.Text("general.architecture", "qwen2"), "qwen2.context_length"),
        ["empty architecture"] = (file => file.Text("general.architecture", ""), "holds no model"),
        ["no layers"] = (file => file.Number("llama.block_count", 0), "block_count the value 0"),
        ["layers missing"] = (file => file.Rename("llama.block_count", "llama.block_counx"), "block_count"),
        ["more layers than tensors"] = (file => file.Number("llama.block_count", 31), "blk.30"),
        ["absurd layers"] = (file => file.Number("llama.block_count", uint.MaxValue), "block_count"),
        ["no context"] = (file => file.Number("llama.context_length", 0), "context_length the value 0"),
        ["absurd context"] = (file => file.Number("llama.context_length", uint.MaxValue), "context_length"),
        ["hidden state of no numbers"] = (file => file.Number("llama.embedding_length", 0), "embedding_length"),
        ["hidden state of another length"] = (file => file.Number("llama.embedding_length", 577), "wrong shape"),
        ["absurd hidden state"] = (file => file.Number("llama.embedding_length", 0xFFFF_FFF0), "embedding_length"),
        ["no heads"] = (file => file.Number("llama.attention.head_count", 0), "wrong shape"),
        ["heads that do not divide"] = (file => file.Number("llama.attention.head_count", 7), "n_rot"),
        ["absurd heads"] = (file => file.Number("llama.attention.head_count", uint.MaxValue), "n_rot"),
        ["no key heads"] = (file => file.Number("llama.attention.head_count_kv", 0), "wrong shape"),
        ["key heads that do not divide"] = (file => file.Number("llama.attention.head_count_kv", 2), "wrong shape"),
        ["more key heads than heads"] = (file => file.Number("llama.attention.head_count_kv", 18), "wrong shape"),
        ["no inner length"] = (file => file.Number("llama.feed_forward_length", 0), "wrong shape"),
        ["epsilon that is no number"] = (file => file.Number("llama.attention.layer_norm_rms_epsilon", 0x7FC0_0000),
        "epsilon the value NaN"),
        ["epsilon below 0"] = (file => file.Number("llama.attention.layer_norm_rms_epsilon", 0xBF80_0000), "epsilon the value -1"),
        ["no rotation"] = (file => file.Number("llama.rope.dimension_count", 0), "n_rot"),
        ["odd rotation"] = (file => file.Number("llama.rope.dimension_count", 63), "n_rot"),
        ["absurd rotation"] = (file => file.Number("llama.rope.dimension_count", 1 << 20), "n_rot"),
        ["rotation by no number"] = (file => file.Number("llama.rope.freq_base", 0x7FC0_0000), "freq_base the value NaN"),
        ["rotation by 0"] = (file => file.Number("llama.rope.freq_base", 0), "freq_base the value 0"),
        ["layers as a real number"] = (file => file.Type("llama.block_count", 6), "wrong type"),
        ["no tokenizer"] = (file => file.Rename("tokenizer.ggml.model", "tokenizer.ggml.modex"), "no tokenizer"),
        ["unknown tokenizer"] = (file => file.Text("tokenizer.ggml.model", "nonsense"), "unknown tokenizer"),
        ["tokenizer of another kind"] = (file => file.Text("tokenizer.ggml.model", "llama"), "byte 00"),
        ["unknown way to split"] = (file => file.Text("tokenizer.ggml.pre", "nonsense"), "unknown pre-tokenizer"),
        ["no tokens"] = (file => file.Rename("tokenizer.ggml.tokens", "tokenizer.ggml.tokenx"), "no tokenizer"),
        ["no merges"] = (file => file.Rename("tokenizer.ggml.merges", "tokenizer.ggml.mergex"), "merges"),
        ["token twice"] = (file => file.Rename("Ġthe", "Ġand"), "twice"),
        ["fewer token types than tokens"] = (file => file.Shorten("tokenizer.ggml.token_type", 1_000), "kinds of 1,000"),
        ["no token types"] = (file => file.Shorten("tokenizer.ggml.token_type", 0), "kinds of 0"),
        ["unknown token type"] = (file => file.UInt32At(file.ValueOf("tokenizer.ggml.token_type") + 12 + 400, 77), "unknown kind 77"),
        ["token types as real numbers"] = (file => file.UInt32At(file.ValueOf("tokenizer.ggml.token_type"), 6), "token_type"),
        ["beginning token that is none"] = (file => file.Number("tokenizer.ggml.bos_token_id", 60_000), "token 60000"),
        ["ending token that is none"] = (file => file.Number("tokenizer.ggml.eos_token_id", 59_999), "token 59999"),
        ["embedding for fewer tokens"] = (file => file.UInt64At(file.Shape("token_embd.weight") + 12, 49_000), "is expected"),
        ["larger than memory"] = (file => file.Length = 4L << 40, "MB of memory"),
    };

    private readonly TestFolder _folder = new();

    public static TheoryData<string> Names => [.. Zoo.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_refused_with_its_reason(string name)
    {
        var file = SpoiltModel.Base();
        Zoo[name].Spoil(file);
        file.Write(_folder.At("broken.gguf"));
        var check = await engine.RunAsync(_folder, "models", "check", "broken.gguf");
        Assert.Equal(2, check.ExitCode);
        Assert.Contains(Zoo[name].Reason, check.Error, StringComparison.Ordinal);
        await AssertReviewAsync("--profile", "yes-no-verifier", "--model", "broken.gguf");
    }

    [Fact, Trait("Category", "Long")]
    public async Task Bytes_flipped_anywhere_in_a_header_are_refused_or_harmless()
    {
        _folder.Write("a.solution.md", Solution);
        for (var seed = 0; seed < LongRun.Size(8, 400); seed++)
        {
            var random = new Random(seed);
            var file = SpoiltModel.Base();
            var (tensors, values) = (file.TensorsStart, file.ValueOf("tokenizer.ggml.tokens") + 400);
            for (var flip = 0; flip < 2; flip++)
                file.At(random.Next(4) switch
                {
                    0 => random.Next(tensors, file.HeaderLength),
                    1 => random.Next(24, file.HeaderLength),
                    _ =>
                    random.Next(24, values)
                }, (byte)random.Next(256));
            file.Write(_folder.At("flipped.gguf"));
            var check = await engine.RunAsync(_folder, "models", "check", "flipped.gguf");
            Assert.True(check.ExitCode == 0 || (check.ExitCode == 2 && check.Error.Length > 0), $"Seed {seed}: {check.Error}");
            await engine.RunAsync(_folder, "review", "a.solution.md", "--profile", "yes-no-verifier", "--model", "flipped.gguf", "--format",
                "jsonl");
        }
    }

    private async Task AssertReviewAsync(params string[] arguments)
    {
        _folder.Write("a.solution.md", Solution);
        var review = await engine.RunAsync(_folder, ["review", "a.solution.md", "--format", "jsonl", .. arguments]);
        Assert.Equal(2, review.ExitCode);
        Assert.Contains("No model scores", review.Error, StringComparison.Ordinal);
        // The exact checks go on.
        Assert.Contains("RR101", review.Output, StringComparison.Ordinal);
    }
}
