using ReasoningLsp.Inference.Import;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Safetensors;
using ReasoningLsp.Inference.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Import;

/// <summary>A published LoRA adapter computes what its model computes with the product of its halves added.</summary>
[Collection(nameof(EngineFixture))]
public sealed class AdapterImportTests(EngineFixture fixture) : IDisposable
{
    private const int Rank = 2;
    private const string Module = "model.layers.0.self_attn.q_proj";

    private static readonly string Model = SharedData.Require("fixtures/prm/checkpoints/math-shepherd-tiny");

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_equals_the_model_with_the_product_added()
    {
        var plain = CheckpointImporter.Import(Model, _folder["plain.gguf"], WeightType.F32, false, null,
            TestContext.Current.CancellationToken).Model;
        Write("""{"peft_type": "LORA", "r": 2, "lora_alpha": 6, "bias": "none", "base_model_name_or_path": "owner/name"}""");
        Assert.True(AdapterImporter.IsAdapter(_folder["adapter"]));
        AdapterImporter.Import(_folder["adapter"], Model, _folder["a.lora.gguf"], TestContext.Current.CancellationToken);
        var merged = await HiddenAsync(new ModelReference(Merged(), null, CachePrecision.Single));
        var adapted = await HiddenAsync(new ModelReference(plain, _folder["a.lora.gguf"], CachePrecision.Single));
        Assert.All(merged.Zip(adapted), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.NotEqual(await HiddenAsync(new ModelReference(plain, null, CachePrecision.Single)), adapted);
    }

    [Theory]
    [InlineData("""{"r": 2}""", "lacks \"lora_alpha\"")]
    [InlineData("""{"r": 0, "lora_alpha": 6}""", "r is 0")]
    [InlineData("""{"r": 2, "lora_alpha": 6, "peft_type": "IA3"}""", "peft_type is \"IA3\"")]
    [InlineData("""{"r": 2, "lora_alpha": 6, "use_dora": true}""", "use_dora is true")]
    [InlineData("""{"r": 2, "lora_alpha": 6, "modules_to_save": ["lm_head"]}""", "modules_to_save has 1 entries")]
    public void What_a_GGUF_adapter_cannot_say_is_refused_and_nothing_is_written(string settings, string reason)
    {
        Write(settings);
        Assert.Contains(reason, Assert.Throws<InferenceException>(() => AdapterImporter.Import(_folder["adapter"], Model,
            _folder["a.lora.gguf"], TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["a.lora.gguf"]));
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
    }

    private void Write(string settings)
    {
        Directory.CreateDirectory(_folder["adapter"]);
        File.WriteAllText(_folder["adapter/adapter_config.json"], settings);
        var width = (int)Query().Shape[1];
        using var stream = File.Create(_folder["adapter/adapter_model.safetensors"]);
        SafetensorsWriter.Write(stream, [
            ($"base_model.model.{Module}.lora_A.weight", [Rank, width], Numbers(Rank * width, 1)),
            ($"base_model.model.{Module}.lora_B.weight", [Query().Shape[0], Rank], Numbers((int)Query().Shape[0] * Rank, 2))]);
    }

    private static SafetensorsTensor Query() =>
        SafetensorsReader.ReadHeader(Path.Combine(Model, "model.safetensors"))[$"{Module}.weight"];

    // The checkpoint with three times the product (alpha 6, rank 2) in the weights themselves.
    private string Merged()
    {
        Directory.CreateDirectory(_folder["merged"]);
        foreach (var file in (string[])["config.json", "tokenizer.model"])
            File.Copy(Path.Combine(Model, file), _folder[$"merged/{file}"]);
        var tensors = SafetensorsReader.ReadHeader(Path.Combine(Model, "model.safetensors"));
        using (var stream = File.Create(_folder["merged/model.safetensors"]))
            SafetensorsWriter.Write(stream, tensors.Values.Select(tensor => (tensor.Name, tensor.Shape,
                tensor.Name == $"{Module}.weight" ? Added(tensor) : SafetensorsReader.ReadValues(tensor))));
        return CheckpointImporter.Import(_folder["merged"], _folder["merged.gguf"], WeightType.F32, false, null,
            TestContext.Current.CancellationToken).Model;
    }

    private static float[] Added(SafetensorsTensor tensor)
    {
        var (rows, width) = ((int)tensor.Shape[0], (int)tensor.Shape[1]);
        var (first, second) = (Numbers(Rank * width, 1), Numbers(rows * Rank, 2));
        var values = SafetensorsReader.ReadValues(tensor);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < width; column++)
            {
                for (var rank = 0; rank < Rank; rank++)
                    values[(row * width) + column] += 3 * second[(row * Rank) + rank] * first[(rank * width) + column];
            }
        }

        return values;
    }

    private async Task<double[]> HiddenAsync(ModelReference model) => (await fixture.Engine.ScoreAsync(new ScoreRequest
    {
        Model = model,
        Pieces = [PromptPiece.Begin, PromptPiece.Plain("One and one is two.")],
        Rows = [new PromptPosition(1, int.MaxValue, 0)],
        Kind = ReadingKind.Hidden,
    }, TestContext.Current.CancellationToken)).Values[0];
}
