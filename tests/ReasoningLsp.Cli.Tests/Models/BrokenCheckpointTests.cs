using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Models;

/// <summary>A zoo of broken checkpoints: <c>models import</c> refuses each with its reason and leaves no file behind.</summary>
public sealed class BrokenCheckpointTests : IDisposable
{
    private const string Sound = "fixtures/prm/checkpoints/qwen2.5-math-prm-tiny";
    private const string Index = "model.safetensors.index.json";
    private const string Shard = "model-00001-of-00002.safetensors";
    private const string OtherShard = "model-00002-of-00002.safetensors";
    private const string Norm = "\"model.norm.weight\"";

    private static readonly Dictionary<string, (Action<BrokenCheckpointTests> Spoil, string Reason)> Zoo = new(StringComparer.Ordinal)
    {
        ["no config.json"] = (test => test.Delete("config.json"), "config.json"),
        ["a config.json that is no JSON"] = (test => test.Overwrite("config.json", "{ \"hidden_size\": "), "config.json"),
        ["a config.json that is a list"] = (test => test.Overwrite("config.json", "[]"), "config.json"),
        ["an empty config.json"] = (test => test.Overwrite("config.json", ""), "config.json"),
        ["no type of model"] = (test => test.Edit("config.json", "\"model_type\"", "\"model_typo\""), "of the type \"\""),
        ["another type of model"] = (test => test.Edit("config.json", "\"qwen2\"", "\"mamba\""), "mamba"),
        ["a type of model that is a number"] = (test => test.Edit("config.json", "\"qwen2\"", "2"),
        "model_type is 2; a text is allowed here"),
        ["no hidden size"] = (test => test.Edit("config.json", "\"hidden_size\"", "\"hidden_siza\""), "hidden_size"),
        ["a hidden size of 0"] = (test => test.Edit("config.json", "\"hidden_size\": 32", "\"hidden_size\": 0"), "hidden_size"),
        ["a hidden size below 0"] = (test => test.Edit("config.json", "\"hidden_size\": 32", "\"hidden_size\": -32"), "hidden_size"),
        ["a hidden size in words"] = (test => test.Edit("config.json", "\"hidden_size\": 32", "\"hidden_size\": \"many\""), "hidden_size"),
        ["an absurd hidden size"] = (test => test.Edit("config.json", "\"hidden_size\": 32", "\"hidden_size\": 99999999999"),
        "hidden_size"),
        ["another hidden size"] = (test => test.Edit("config.json", "\"hidden_size\": 32", "\"hidden_size\": 64"), "shape"),
        ["more layers"] = (test => test.Edit("config.json", "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3"), "lacks blk.2."),
        ["fewer layers"] = (test => test.Edit("config.json", "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1"), "blk.1."),
        ["absurdly many layers"] = (test => test.Edit("config.json", "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 2000000000"),
        "lacks blk.2."),
        ["more heads"] = (test => test.Edit("config.json", "\"num_attention_heads\": 2", "\"num_attention_heads\": 64"), "shape"),
        ["another vocabulary"] = (test => test.Edit("config.json", "\"vocab_size\": 151665", "\"vocab_size\": 152064"),
        "token_embd.weight"),
        ["no tokenizer"] = (test => test.Delete("tokenizer.json"), "tokenizer"),
        ["a tokenizer that is no JSON"] = (test => test.Overwrite("tokenizer.json", "{"), "tokenizer.json"),
        ["a tokenizer without a model"] = (test => test.Overwrite("tokenizer.json", "{}"), "lacks \"model\""),
        ["a tokenizer without tokens"] = (test => test.Overwrite("tokenizer.json", Tokenizer("", "")), "model.vocab has 0 properties"),
        ["a tokenizer with an absurd number"] = (test => test.Overwrite("tokenizer.json", Tokenizer("\"a\":2147483646", "")),
        "no vocabulary has"),
        ["a tokenizer with a number below 0"] = (test => test.Overwrite("tokenizer.json", Tokenizer("\"a\":-1", "")),
        "model.vocab.a is -1"),
        ["a tokenizer with more tokens than the model"] = (test => test.Overwrite("tokenizer.json", Tokenizer("\"a\":200000", "")),
        "do not belong together"),
        ["an added token beyond the model's"] = (test => test.Overwrite("tokenizer.json",
        Tokenizer("\"a\":0", "{\"id\":2147483647,\"content\":\"<x>\",\"special\":true}")), "do not belong together"),
        ["an added token below 0"] = (test => test.Overwrite("tokenizer.json",
        Tokenizer("\"a\":0", "{\"id\":-5,\"content\":\"<x>\",\"special\":true}")), "added_tokens[0].id is -5"),
        ["a tokenizer of another kind"] = (test => test.Overwrite("tokenizer.json", "{\"model\":{\"type\":\"WordPiece\",\"vocab\":{}}}"),
        "WordPiece"),
        ["no weights"] = (test => test.Delete(Index, Shard, OtherShard), "no safetensors"),
        ["a missing shard"] = (test => test.Delete(OtherShard), OtherShard),
        ["an empty shard"] = (test => test.Overwrite(OtherShard, ""), "is empty"),
        ["a shard cut within its header"] = (test => test.Cut(OtherShard, 900), "claims a header"),
        ["a shard cut within its weights"] = (test => test.Cut(OtherShard, 9_000), "places"),
        ["a shard with an absurd header"] = (test => test.Rewrite(OtherShard, head => head.HeaderLength = ulong.MaxValue),
        "claims a header"),
        ["an index that is no JSON"] = (test => test.Overwrite(Index, "{\"weight_map\""), Index),
        ["an index without names"] = (test => test.Overwrite(Index, "{}"), "lacks \"weight_map\""),
        ["an index with a number for a file"] = (test => test.Edit(Index, Norm + ": \"" + OtherShard + "\"", Norm + ": 2"),
        Index + ":"),
        ["an index that names an absent tensor"] = (test => test.Edit(Index, Norm, "\"model.norm.bias\": \"" + OtherShard + "\", " + Norm),
        "model.norm.bias"),
        ["an index that names a tensor in the wrong file"] = (test => test.Edit(Index, Norm + ": \"" + OtherShard, Norm + ": \"" + Shard),
        "model.norm.weight"),
        ["an index that leads out of the folder"] = (test => test.Edit(Index, Norm + ": \"", Norm + ": \"../../../"),
        "weight_map.model.norm.weight is"),
        ["a tensor in whole numbers"] = (test => test.Rewrite(OtherShard,
        head => head.Replace(Norm + ":{\"dtype\":\"BF16\"", Norm + ":{\"dtype\":\"I16\"")), "I16"),
        ["a tensor of another shape"] = (test => test.Rewrite(OtherShard,
        head => head.Replace("\"model.layers.0.mlp.gate_proj.weight\":{\"dtype\":\"BF16\",\"shape\":[64,32]",
        "\"model.layers.0.mlp.gate_proj.weight\":{\"dtype\":\"BF16\",\"shape\":[32,64]")), "shape"),
        ["a tensor under another name"] = (test => test.Rewrite(OtherShard, head => head.Replace(Norm, "\"model.norm.waight\"")),
        "model.norm"),
    };

    private readonly TestFolder _folder = new();

    public static TheoryData<string> Names => [.. Zoo.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_refused_with_its_reason(string name)
    {
        var source = SharedData.Require(Sound);
        Directory.CreateDirectory(At(string.Empty));
        foreach (var file in Directory.GetFiles(source))
            File.CreateSymbolicLink(At(Path.GetFileName(file)), file);
        Zoo[name].Spoil(this);
        var result = await TestProgram.RunAsync(_folder, "models", "import", "checkpoint", "--output", "out/model.gguf");
        Assert.Contains(Zoo[name].Reason, result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(Directory.Exists(_folder.At("out")) ? Directory.GetFiles(_folder.At("out")) : []);
    }

    private static string Tokenizer(string vocabulary, string added) =>
        "{\"model\":{\"type\":\"BPE\",\"vocab\":{" + vocabulary + "},\"merges\":[]},\"added_tokens\":[" + added
        + "],\"pre_tokenizer\":{\"pattern\":{\"Regex\":\"[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}|x\"}}}";

    private string At(string file) => _folder.At(Path.Combine("checkpoint", file));

    private void Delete(params string[] files)
    {
        foreach (var file in files)
            File.Delete(At(file));
    }

    private void Overwrite(string file, string text)
    {
        File.Delete(At(file));
        File.WriteAllText(At(file), text);
    }

    private void Edit(string file, string old, string other)
    {
        var text = File.ReadAllText(At(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Overwrite(file, text.Replace(old, other, StringComparison.Ordinal));
    }

    private void Cut(string file, int length)
    {
        var bytes = File.ReadAllBytes(At(file));
        File.Delete(At(file));
        File.WriteAllBytes(At(file), bytes[..length]);
    }

    private void Rewrite(string file, Action<SpoiltHead> spoil)
    {
        var shard = new SpoiltHead(At(file));
        spoil(shard);
        File.Delete(At(file));
        shard.Write(At(file));
    }
}
