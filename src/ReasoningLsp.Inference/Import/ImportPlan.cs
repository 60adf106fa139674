using System.Collections.Immutable;
using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Safetensors;

namespace ReasoningLsp.Inference.Import;

/// <summary>Which tensor of a checkpoint goes where.</summary>
internal static class ImportPlan
{
    /// <summary>The tensors of the model; every one that is needed, of the right shape, and no other.</summary>
    /// <exception cref="InferenceException">One is unknown, missing or of another shape.</exception>
    public static ImmutableArray<ImportedTensor> Of(CheckpointConfig config, IEnumerable<KeyValuePair<string, SafetensorsTensor>> tensors,
        WeightType type)
    {
        var plan = new SortedDictionary<string, ImportedTensor>(StringComparer.Ordinal);
        foreach (var (name, tensor) in tensors)
        {
            var target = TensorNames.InGguf(name) ?? throw Bad($"holds the tensor {name}, which no model of this kind has");
            // A tied output is the input's embedding, which is there already.
            if (target == "output.weight" && config.IsTied)
                continue;
            if (!plan.TryAdd(target, new ImportedTensor(target, tensor, TypeOf(tensor, type), HeadsOf(config, target))))
                throw Bad($"holds {target} twice");
        }

        if (plan.Keys.FirstOrDefault(name => LayerOf(name) >= config.Layers) is { } beyond)
            throw Bad($"holds {beyond} and has {config.Layers} layers");
        foreach (var (name, shape) in Needed(config))
        {
            if (!plan.TryGetValue(name, out var tensor))
                throw Bad($"lacks {name}");
            if (!tensor.Source.Shape.SequenceEqual(shape))
                throw Bad($"gives {name} the shape {string.Join("×", tensor.Source.Shape)} where {string.Join("×", shape)} is needed");
        }

        return [.. plan.Values];
    }

    private static int LayerOf(string name) =>
        name.Split('.') is ["blk", var number, ..]
        && int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var layer) ? layer : -1;

    private static TensorType TypeOf(SafetensorsTensor tensor, WeightType type)
    {
        // Vectors are small and every bit of them counts.
        if (tensor.Shape.Length < 2)
            return TensorType.F32;
        return type switch
        {
            WeightType.F16 => TensorType.F16,
            WeightType.BF16 => TensorType.BF16,
            WeightType.Q8 => tensor.Shape[^1] % TensorType.Q8_0.Block == 0 ? TensorType.Q8_0 : TensorType.F16,
            _ => TensorType.F32,
        };
    }

    /// <summary>llama.cpp keeps the rotated numbers of Llama's queries and keys side by side; 0 leaves the rows as they are.</summary>
    public static int HeadsOf(CheckpointConfig config, string name) =>
        config.Architecture != "llama" ? 0
        : name.Contains(".attn_q.", StringComparison.Ordinal) ? config.Heads
        : name.Contains(".attn_k.", StringComparison.Ordinal) ? config.KeyHeads
        : 0;

    private static IEnumerable<(string Name, long[] Shape)> Needed(CheckpointConfig config)
    {
        var (hidden, queries, keys) = ((long)config.Hidden, (long)config.Heads * config.HeadLength,
            (long)config.KeyHeads * config.HeadLength);
        yield return ("token_embd.weight", [config.Vocabulary, hidden]);
        yield return ("output_norm.weight", [hidden]);
        for (var layer = 0; layer < config.Layers; layer++)
        {
            yield return ($"blk.{layer}.attn_norm.weight", [hidden]);
            yield return ($"blk.{layer}.ffn_norm.weight", [hidden]);
            yield return ($"blk.{layer}.attn_q.weight", [queries, hidden]);
            yield return ($"blk.{layer}.attn_k.weight", [keys, hidden]);
            yield return ($"blk.{layer}.attn_v.weight", [keys, hidden]);
            yield return ($"blk.{layer}.attn_output.weight", [hidden, queries]);
            yield return ($"blk.{layer}.ffn_gate.weight", [config.FeedForward, hidden]);
            yield return ($"blk.{layer}.ffn_up.weight", [config.FeedForward, hidden]);
            yield return ($"blk.{layer}.ffn_down.weight", [hidden, config.FeedForward]);
        }
    }

    private static InferenceException Bad(string what) => new(InferenceError.BadFile, $"The checkpoint {what}.");
}
