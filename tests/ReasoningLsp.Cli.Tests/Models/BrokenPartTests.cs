using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Models;

/// <summary>A zoo of broken adapters and heads: each is refused with its reason, and the engine lives on.</summary>
[Collection("in-process engine")]
public sealed class BrokenPartTests(EngineProcess engine) : IClassFixture<EngineProcess>, IDisposable
{
    private const string First = "blk.10.ffn_down.weight.lora_a";
    private const string Second = "blk.10.ffn_down.weight.lora_b";
    private const string Head = "models/reasoning-prm-135m.head.safetensors";
    private const string Weight = "\"score.weight\":{\"dtype\":\"F32\",\"shape\":[2,576],\"data_offsets\":[8,4616]}";

    private static readonly Dictionary<string, (Action<SpoiltModel> Spoil, string Reason)> Adapters = new(StringComparer.Ordinal)
    {
        ["cut within the header"] = (file => file.Length = 9_000, "more than"),
        ["cut within the weights"] = (file => file.Length = 3_000_000, "cut off"),
        ["wrong magic"] = (file => file.At(0, "LORA"u8), "no GGUF file"),
        ["no adapter at all"] = (file => file.Text("general.type", "model"), "is no LoRA adapter"),
        ["another kind of adapter"] = (file => file.Text("adapter.type", "ia3"), "is no LoRA adapter"),
        ["for another architecture"] = (file => file.Text("general.architecture", "qwen2"), "refuses the adapter"),
        ["no scale"] = (file => file.Rename("adapter.lora.alpha", "adapter.lora.alphx"), "adapter.lora.alpha"),
        ["a scale that is no number"] = (file => file.Number("adapter.lora.alpha", 0x7FC0_0000), "adapter.lora.alpha"),
        ["no weights"] = (file => file.UInt64At(8, 0), "without weights"),
        ["half of a pair"] = (file => file.Rename(Second, "blk.10.ffn_down.weight.lora_x"), "without"),
        ["the other half twice"] = (file => file.Rename(Second, First), "twice"),
        ["for a tensor that is not there"] = (file => file.Rename(First, "blk.99.ffn_down.weight.lora_a")
        .Rename(Second, "blk.99.ffn_down.weight.lora_b"), "refuses the adapter"),
        ["halves that do not fit"] = (file => file.UInt64At(file.Shape(First) + 4, 32).UInt64At(file.Shape(First) + 12, 1_536),
        "do not fit each other"),
        ["halves the wrong way round"] = (file => file.Rename(First, "blk.10.ffn_down.weight.lora_c").Rename(Second, First)
        .Rename("blk.10.ffn_down.weight.lora_c", Second), "do not fit each other"),
        ["weights outside of the file"] = (file => file.UInt64At(file.AfterShape(First) + 4, 1UL << 40), "outside"),
        ["weights of an unknown type"] = (file => file.UInt32At(file.AfterShape(First), 99), "unknown type 99"),
    };

    private static readonly Dictionary<string, (Action<SpoiltHead> Spoil, string Reason)> Heads = new(StringComparer.Ordinal)
    {
        ["absurd length of the header"] = (head => head.HeaderLength = ulong.MaxValue, "claims a header"),
        ["a header longer than the file"] = (head => head.HeaderLength = 1 << 20, "claims a header"),
        ["a header cut short"] = (head => head.HeaderLength = 50, "broken header"),
        ["a header that is no JSON"] = (head => head.Replace("{\"score", "score"), "broken header"),
        ["a header that is a list"] = (head => head.Replace(head.Header, "[1, 2]"), "broken header"),
        ["an empty header"] = (head => head.Replace(head.Header, "{}"), "lacks score.weight"),
        ["no type"] = (head => head.Replace("\"dtype\":\"F32\",\"shape\":[2,", "\"shape\":[2,"), "broken header"),
        ["whole numbers"] = (head => head.Replace("F32", "I32"), "I32"),
        ["an unknown type"] = (head => head.Replace("F32", "F8_E4M3"), "F8_E4M3"),
        ["numbers of half the size"] = (head => head.Replace("F32", "F16"), "places"),
        ["missing weights"] = (head => head.Replace("score.weight", "score.waight"), "lacks score.weight"),
        ["another layer's name"] = (head => head.Replace("score.", "v_head."), "lacks score.weight"),
        ["a tensor twice"] = (head => head.Replace(Weight, Weight + "," + Weight), "twice"),
        ["weights that are no matrix"] = (head => head.Replace("[2,576]", "[1152]"), "a matrix is needed"),
        ["weights of no numbers"] = (head => head.Replace("[2,576],\"data_offsets\":[8,4616]", "[0,576],\"data_offsets\":[8,8]"),
        "a matrix is needed"),
        ["for another hidden length"] = (head => head.Replace("[2,576]", "[4,288]")
        .Replace("[2],\"data_offsets\":[0,8]", "[4],\"data_offsets\":[0,16]"), "do not belong together"),
        ["a bias of another length"] = (head => head.Replace("\"shape\":[2],\"data_offsets\":[0,8]",
        "\"shape\":[1],\"data_offsets\":[0,4]"), "where 2 are needed"),
        ["outputs that the profile does not read"] = (head => head.Replace("[2,576]", "[1,576]").Replace("[8,4616]", "[8,2312]")
        .Replace("[2],\"data_offsets\":[0,8]", "[1],\"data_offsets\":[0,4]"), "output"),
        ["a negative shape"] = (head => head.Replace("[2,576]", "[-2,576]"), "shape[0] is -2"),
        ["an absurd shape"] = (head => head.Replace("[2,576]", "[4611686018427387904,4611686018427387904]"), "places"),
        ["offsets outside"] = (head => head.Replace("[8,4616]", "[8000,12608]"), "places"),
        ["offsets the wrong way round"] = (head => head.Replace("[8,4616]", "[4616,8]"), "places"),
        ["no offsets"] = (head => head.Replace(",\"data_offsets\":[8,4616]", string.Empty), "broken header"),
        ["offsets of one number"] = (head => head.Replace("[8,4616]", "[8]"), "data_offsets has 1 entries"),
        ["text for numbers"] = (head => head.Replace("[2,576]", "[\"2\",\"576\"]"), "broken header"),
        ["data cut short"] = (head => head.Cut(1_000), "places"),
        ["a number that is none"] = (head => head.Number(100, float.NaN), "not finite"),
        ["an infinite bias"] = (head => head.Number(0, float.PositiveInfinity), "not finite"),
    };

    private readonly TestFolder _folder = new();

    public static TheoryData<string> AdapterNames => [.. Adapters.Keys];

    public static TheoryData<string> HeadNames => [.. Heads.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(AdapterNames))]
    public async Task An_adapter_is_refused_with_its_reason(string name)
    {
        var file = SpoiltModel.Adapter();
        Adapters[name].Spoil(file);
        file.Write(_folder.At("broken.gguf"));
        await AssertRefusedAsync(Adapters[name].Reason, "--adapter", "broken.gguf", "--head", Repository.Path(Head));
    }

    [Theory, MemberData(nameof(HeadNames))]
    public async Task A_head_is_refused_with_its_reason(string name)
    {
        var head = new SpoiltHead(Repository.Path(Head));
        Heads[name].Spoil(head);
        head.Write(_folder.At("broken.safetensors"));
        await AssertRefusedAsync(Heads[name].Reason, "--adapter", Repository.Path("models/reasoning-prm-135m.lora.gguf"), "--head",
            "broken.safetensors");
    }

    [Theory]
    [InlineData(0), InlineData(7), InlineData(8), InlineData(100), InlineData(200), InlineData(4_000)]
    public async Task A_head_that_is_cut_off_is_refused(int length)
    {
        new SpoiltHead(Repository.Path(Head)).Write(_folder.At("broken.safetensors"), length);
        await AssertRefusedAsync("broken.safetensors", "--adapter", Repository.Path("models/reasoning-prm-135m.lora.gguf"), "--head",
            "broken.safetensors");
    }

    private async Task AssertRefusedAsync(string reason, params string[] parts)
    {
        _folder.Write("a.solution.md", "Problem: What is 12 + 5?\n\nStep 1: So 12 + 5 = 18.\n");
        var review = await engine.RunAsync(_folder,
            ["review", "a.solution.md", "--format", "jsonl", "--profile", "reasoning-prm-135m", "--model",
            Repository.Path("models/SmolLM2-135M-Instruct.Q4_1.gguf"), .. parts]);
        Assert.Contains(reason, review.Error, StringComparison.Ordinal);
        Assert.Equal(2, review.ExitCode);
        // The exact checks go on.
        Assert.Contains("RR101", review.Output, StringComparison.Ordinal);
    }
}
