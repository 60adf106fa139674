using System.Collections.Immutable;
using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Import;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Import;

/// <summary>An imported checkpoint equals what llama.cpp's own converter makes of it.</summary>
[Collection(nameof(EngineFixture))]
public sealed class CheckpointImportTests(EngineFixture fixture) : IDisposable
{
    private static readonly string[] Texts =
    [
        "Half of 12 apples are 6.", " leading and trailing ", "\n\n\n", "x^2 + 3x - 4 = 0, so $x = 1$ or $x = -4$.", "价格是 240 元，打折 35%。",
        "naïve café 🦙🦙 3333333",
        "<|im_end|> <extra_0> </s> [INST]", "don't WE'LL I'm\tok\r\n", "ки\n+ -",
    ];

    private readonly ScratchFolder _folder = new();

    public static TheoryData<string, string> Checkpoints =>
        new() { { "qwen2.5-math-prm-tiny", "qwen2-tiny" }, { "math-shepherd-tiny", "mistral-tiny" } };

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Checkpoints))]
    public void Every_tensor_equals_the_golden_one(string checkpoint, string golden)
    {
        var result = CheckpointImporter.Import(SharedData.Require($"fixtures/prm/checkpoints/{checkpoint}"), _folder["out.gguf"],
            WeightType.F32, false, null, TestContext.Current.CancellationToken);
        var expected = GgufReader.Read(SharedData.Require($"fixtures/prm/models/{golden}.gguf"));
        var actual = GgufReader.Read(result.Model);
        Assert.Equal(expected.Tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal),
            actual.Tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal));
        foreach (var tensor in expected.Tensors)
        {
            var other = actual.Tensors.Single(each => each.Name == tensor.Name);
            Assert.Equal(tensor.Shape, other.Shape);
            Assert.Equal(tensor.Type, other.Type);
            Assert.True(Bytes(expected.Path, tensor).AsSpan().SequenceEqual(Bytes(actual.Path, other)), tensor.Name);
        }
    }

    [Theory, MemberData(nameof(Checkpoints))]
    public void What_the_file_says_of_model_and_tokenizer_equals_the_golden_file(string checkpoint, string golden)
    {
        var result = CheckpointImporter.Import(SharedData.Require($"fixtures/prm/checkpoints/{checkpoint}"), _folder["out.gguf"],
            WeightType.F32, false, null, TestContext.Current.CancellationToken);
        var expected = GgufReader.Read(SharedData.Require($"fixtures/prm/models/{golden}.gguf")).Metadata;
        var actual = GgufReader.Read(result.Model).Metadata;
        foreach (var (key, value) in expected.Where(
            entry => entry.Key is not ("general.name" or "general.size_label" or "tokenizer.chat_template")))
            Assert.Equal(value, actual.GetValueOrDefault(key));
    }

    [Theory, MemberData(nameof(Checkpoints))]
    public async Task It_reads_text_as_the_same_tokens(string checkpoint, string golden)
    {
        var result = CheckpointImporter.Import(SharedData.Require($"fixtures/prm/checkpoints/{checkpoint}"), _folder["out.gguf"],
            WeightType.Q8, false, null, TestContext.Current.CancellationToken);
        foreach (var text in Texts)
            Assert.Equal(await TokensAsync(SharedData.Require($"fixtures/prm/models/{golden}.gguf"), text),
                await TokensAsync(result.Model, text));
    }

    [Fact]
    public void The_head_comes_out_as_the_golden_one()
    {
        var result = CheckpointImporter.Import(SharedData.Require("fixtures/prm/checkpoints/qwen2.5-math-prm-tiny"), _folder["out.gguf"],
            WeightType.Q8, false, null, TestContext.Current.CancellationToken);
        var golden = Safetensors.SafetensorsReader.ReadHeader(SharedData.Require("fixtures/prm/heads/qwen2.5-math-prm.safetensors"));
        var head = Safetensors.SafetensorsReader.ReadHeader(result.Head!);
        Assert.Equal(golden.Keys.Order(StringComparer.Ordinal), head.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, tensor) in golden)
            Assert.Equal(Safetensors.SafetensorsReader.ReadValues(tensor), Safetensors.SafetensorsReader.ReadValues(head[name]));
    }

    [Fact]
    public void A_checkpoint_that_lacks_a_file_or_a_tensor_or_has_another_shape_is_refused_with_the_reason()
    {
        var source = SharedData.Require("fixtures/prm/checkpoints/math-shepherd-tiny");
        Assert.Contains("config.json", Refusal(folder => File.Delete(folder["config.json"])), StringComparison.Ordinal);
        Assert.Contains("tokenizer", Refusal(folder => File.Delete(folder["tokenizer.model"])), StringComparison.Ordinal);
        Assert.Contains("no safetensors", Refusal(folder => File.Delete(folder["model.safetensors"])), StringComparison.Ordinal);
        Assert.Contains("lacks blk.2.", Refusal(folder => Edit(folder, "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3")),
            StringComparison.Ordinal);
        Assert.Contains("shape", Refusal(folder => Edit(folder, "\"intermediate_size\": 64", "\"intermediate_size\": 65")),
            StringComparison.Ordinal);
        Assert.Contains("gpt5", Refusal(folder => Edit(folder, "\"model_type\": \"mistral\"", "\"model_type\": \"gpt5\"")),
            StringComparison.Ordinal);
        Assert.Contains("token_embd", Refusal(folder => Edit(folder, "\"vocab_size\": 32000", "\"vocab_size\": 100")),
            StringComparison.Ordinal);
        Assert.Contains("claims a header",
            Refusal(folder => File.WriteAllBytes(folder["model.safetensors"], [255, 255, 255, 255, 255, 255, 255, 127, 0])),
            StringComparison.Ordinal);
        Assert.Contains("SentencePiece", Refusal(folder => File.WriteAllBytes(folder["tokenizer.model"], [0x0A, 0xFF, 0xFF, 0x03, 1])),
            StringComparison.Ordinal);

        string Refusal(Action<ScratchFolder> spoil)
        {
            using var folder = new ScratchFolder();
            foreach (var file in Directory.GetFiles(source))
                File.Copy(file, folder[Path.GetFileName(file)]);
            foreach (var file in Directory.GetFiles(folder.Path))
                File.SetAttributes(file, FileAttributes.Normal);
            spoil(folder);
            var error = Assert.Throws<InferenceException>(
                () => CheckpointImporter.Import(folder.Path, folder["out.gguf"], WeightType.F32, false, null,
                TestContext.Current.CancellationToken));
            Assert.False(File.Exists(folder["out.gguf"]));
            return error.Message;
        }

        static void Edit(ScratchFolder folder, string from, string to)
        {
            var text = File.ReadAllText(folder["config.json"]);
            Assert.Contains(from, text, StringComparison.Ordinal);
            File.WriteAllText(folder["config.json"], text.Replace(from, to, StringComparison.Ordinal));
        }
    }

    private async Task<ImmutableArray<int>> TokensAsync(string model, string text)
    {
        var request = new ScoreRequest
        {
            Model = new ModelReference(model),
            Pieces = [PromptPiece.Plain(text)],
            Rows = [],
            Kind = ReadingKind.MeanLogit,
        };
        return (await fixture.Engine.ScoreAsync(request, TestContext.Current.CancellationToken)).Tokens;
    }

    private static byte[] Bytes(string path, GgufTensor tensor)
    {
        using var stream = File.OpenRead(path);
        stream.Position = tensor.Offset;
        var bytes = new byte[tensor.Bytes];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
