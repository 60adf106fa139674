using ReasoningLsp.Inference.Gguf;

namespace ReasoningLsp.Inference.Tests.Support;

/// <summary>A llama of two layers with a vocabulary of bytes and a few control tokens, written in milliseconds: what tests of the engine
/// need no more than.</summary>
internal static class TinyModel
{
    public const int Hidden = 64;
    public const int Context = 2_048;
    private const int FeedForward = 96;
    private const int Layers = 2;
    private const int Heads = 4;
    private const int KeyHeads = 2;

    public static string[] Vocabulary { get; } =
    [
        "<unk>", "<s>", "</s>",
        .. Enumerable.Range(0, 256).Select(value => $"<0x{value:X2}>"),
        "<|im_start|>", "<|im_end|>", "▁", "▁a", "▁b", "yes", "no",
    ];

    /// <summary>Writes the model; <paramref name="change"/> may spoil what is written. <paramref name="size"/> makes its vocabulary
    /// larger, with tokens that no text holds.</summary>
    public static string Write(string path, int seed = 1, Action<GgufWriter>? change = null,
        IReadOnlyDictionary<string, object>? replaced = null, int size = 0)
    {
        string[] vocabulary = [.. Vocabulary, .. Enumerable.Range(Vocabulary.Length, Math.Max(0, size - Vocabulary.Length))
            .Select(id => $"▁▁t{id}")];
        var writer = new GgufWriter();
        void Add(string key, object value) => writer.Add(key, replaced?.GetValueOrDefault(key) ?? value);
        Add("general.architecture", "llama");
        Add("general.name", "tiny");
        Add("llama.block_count", (uint)Layers);
        Add("llama.context_length", (uint)Context);
        Add("llama.embedding_length", (uint)Hidden);
        Add("llama.feed_forward_length", (uint)FeedForward);
        Add("llama.attention.head_count", (uint)Heads);
        Add("llama.attention.head_count_kv", (uint)KeyHeads);
        Add("llama.attention.layer_norm_rms_epsilon", 1e-5f);
        Add("llama.rope.dimension_count", (uint)(Hidden / Heads));
        Add("tokenizer.ggml.model", "llama");
        Add("tokenizer.ggml.tokens", vocabulary);
        Add("tokenizer.ggml.scores", vocabulary.Select((_, id) => -(float)id).ToArray());
        Add("tokenizer.ggml.token_type",
            vocabulary.Select((token, id) => id == 0 ? 2
            : id <= 2 || token.StartsWith("<|", StringComparison.Ordinal) ? 3 : token.StartsWith("<0x", StringComparison.Ordinal) ? 6 : 1)
                .ToArray());
        Add("tokenizer.ggml.bos_token_id", 1u);
        Add("tokenizer.ggml.eos_token_id", 2u);
        var head = Hidden / Heads;
        writer.Announce("token_embd.weight", [Hidden, vocabulary.Length], TensorType.F32);
        writer.Announce("output_norm.weight", [Hidden], TensorType.F32);
        for (var layer = 0; layer < Layers; layer++)
        {
            writer.Announce($"blk.{layer}.attn_norm.weight", [Hidden], TensorType.F32);
            writer.Announce($"blk.{layer}.ffn_norm.weight", [Hidden], TensorType.F32);
            writer.Announce($"blk.{layer}.attn_q.weight", [Hidden, Hidden], TensorType.F32);
            writer.Announce($"blk.{layer}.attn_k.weight", [Hidden, KeyHeads * head], TensorType.F32);
            writer.Announce($"blk.{layer}.attn_v.weight", [Hidden, KeyHeads * head], TensorType.F32);
            writer.Announce($"blk.{layer}.attn_output.weight", [Hidden, Hidden], TensorType.F32);
            writer.Announce($"blk.{layer}.ffn_gate.weight", [Hidden, FeedForward], TensorType.F32);
            writer.Announce($"blk.{layer}.ffn_up.weight", [Hidden, FeedForward], TensorType.F32);
            writer.Announce($"blk.{layer}.ffn_down.weight", [FeedForward, Hidden], TensorType.F32);
        }

        change?.Invoke(writer);
        var random = new Random(seed);
        using var stream = File.Create(path);
        writer.Write(stream, (name, output) => Fill(name, output, random, head, vocabulary.Length));
        return path;
    }

    private static void Fill(string name, Stream output, Random random, int head, int vocabulary)
    {
        long count = name switch
        {
            "token_embd.weight" => (long)Hidden * vocabulary,
            _ when name.Contains("norm", StringComparison.Ordinal) => Hidden,
            _ when name.Contains("attn_k", StringComparison.Ordinal) || name.Contains("attn_v", StringComparison.Ordinal) =>
                Hidden * KeyHeads * head,
            _ when name.Contains("ffn", StringComparison.Ordinal) => Hidden * FeedForward,
            _ => Hidden * Hidden,
        };
        var isNorm = name.Contains("norm", StringComparison.Ordinal);
        for (var i = 0L; i < count; i++)
            output.Write(BitConverter.GetBytes(isNorm ? 1f : (float)((random.NextDouble() - 0.5) * 0.4)));
    }
}
