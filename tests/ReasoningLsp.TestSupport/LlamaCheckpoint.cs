using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ReasoningLsp.TestSupport;

/// <summary>Writes the tiny model with Llama 3.1's vocabulary as a checkpoint as published: config.json, tokenizer.json, shards and their
/// index.</summary>
public static class LlamaCheckpoint
{
    private const int Heads = 2, KeyHeads = 1, HeadLength = 16, Hidden = 32;
    private const int Text = 8, List = 9;
    private static readonly int[] Lengths = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["attn_norm"] = "input_layernorm",
        ["ffn_norm"] = "post_attention_layernorm",
        ["attn_q"] = "self_attn.q_proj",
        ["attn_k"] = "self_attn.k_proj",
        ["attn_v"] = "self_attn.v_proj",
        ["attn_output"] = "self_attn.o_proj",
        ["ffn_gate"] = "mlp.gate_proj",
        ["ffn_up"] = "mlp.up_proj",
        ["ffn_down"] = "mlp.down_proj",
    };

    /// <summary>Writes it into <paramref name="folder"/>.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using var reader = new BinaryReader(File.OpenRead(SharedData.Require("fixtures/prm/models/llama3.1-tiny.gguf")));
        reader.ReadBytes(8);
        var (tensors, entries) = (reader.ReadInt64(), reader.ReadInt64());
        var lists = new Dictionary<string, Array>(StringComparer.Ordinal);
        for (var i = 0L; i < entries; i++)
        {
            var key = String(reader);
            if (Value(reader, reader.ReadInt32()) is Array list)
                lists[key] = list;
        }

        var places = new List<(string Name, long[] Shape, long Offset)>();
        for (var i = 0L; i < tensors; i++)
        {
            var name = String(reader);
            var shape = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt64()).Reverse().ToArray();
            reader.ReadInt32();
            places.Add((name, shape, reader.ReadInt64()));
        }

        var start = (reader.BaseStream.Position + 31) / 32 * 32;
        File.WriteAllText(Path.Combine(folder, "config.json"), Config);
        Tokenizer(folder, [.. lists["tokenizer.ggml.tokens"].Cast<string>()], [.. lists["tokenizer.ggml.merges"].Cast<string>()]);
        var known = places.Where(place => place.Name != "rope_freqs.weight").Select(place => (Name: NameOf(place.Name), place.Shape,
            Values: Rows(place.Name, Numbers(reader, start + place.Offset, place.Shape)))).ToList();
        var shards = new[] { known.Take(1).ToList(), known.Skip(1).ToList() };
        for (var at = 0; at < shards.Length; at++)
            Safetensors(Path.Combine(folder, Shard(at)), shards[at]);
        File.WriteAllText(Path.Combine(folder, "model.safetensors.index.json"), JsonSerializer.Serialize(new
        {
            weight_map = shards.SelectMany((shard, at) => shard.Select(tensor => (tensor.Name, Shard(at))))
                .ToDictionary(pair => pair.Name, pair => pair.Item2),
        }));
    }

    /// <summary>Writes a LoRA adapter on its queries into <paramref name="folder"/>.</summary>
    public static void WriteAdapter(string folder, float size)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "adapter_config.json"),
            """{"peft_type": "LORA", "r": 2, "lora_alpha": 4, "bias": "none", "base_model_name_or_path": "/models/of/the/publisher"}""");
        float[] Half(int seed) => [.. Enumerable.Range(0, 2 * Hidden).Select(at => size * (float)Math.Sin((seed * 97) + at))];
        Safetensors(Path.Combine(folder, "adapter_model.safetensors"), [.. Enumerable.Range(0, 2).SelectMany(layer =>
        {
            var module = string.Create(CultureInfo.InvariantCulture, $"base_model.model.model.layers.{layer}.self_attn.q_proj");
            return ((string, long[], float[])[])[($"{module}.lora_A.weight", [2, Hidden], Half(layer + 1)),
                ($"{module}.lora_B.weight", [Hidden, 2], Half(layer + 3))];
        })]);
    }

    private static string Shard(int at) => string.Create(CultureInfo.InvariantCulture, $"model-{at + 1:00000}-of-00002.safetensors");

    private const string Config = """
        {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2,
         "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 16, "rms_norm_eps": 1e-06, "rope_theta": 500000.0,
         "rope_scaling": {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
         "original_max_position_embeddings": 8192}, "vocab_size": 128256, "max_position_embeddings": 8192, "tie_word_embeddings": true,
         "bos_token_id": 128000, "eos_token_id": 128009}
        """;

    private static void Tokenizer(string folder, string[] tokens, string[] merges)
    {
        const int FirstAdded = 128_000;
        const string Cut = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|"
            + "\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
        File.WriteAllText(Path.Combine(folder, "tokenizer.json"), JsonSerializer.Serialize(new
        {
            added_tokens = tokens.Skip(FirstAdded).Select((content, at) => new { id = FirstAdded + at, content, special = true }),
            pre_tokenizer = new
            {
                type = "Sequence",
                pretokenizers = new object[] { new { type = "Split", pattern = new { Regex = Cut } }, new { type = "ByteLevel" } },
            },
            model = new
            {
                type = "BPE",
                vocab = tokens.Take(FirstAdded).Select((token, id) => (token, id)).ToDictionary(pair => pair.token, pair => pair.id),
                merges,
            },
        }));
        File.WriteAllText(Path.Combine(folder, "tokenizer_config.json"),
            """{"bos_token": "<|begin_of_text|>", "eos_token": "<|eot_id|>", "add_bos_token": true}""");
    }

    private static string NameOf(string name) => name switch
    {
        "token_embd.weight" => "model.embed_tokens.weight",
        "output_norm.weight" => "model.norm.weight",
        _ => name.Split('.') is [_, var layer, var part, var kind] ? $"model.layers.{layer}.{Parts[part]}.{kind}" : name,
    };

    // GGUF keeps the rotated numbers of queries and keys side by side.
    private static float[] Rows(string name, float[] values)
    {
        var heads = name.Contains("attn_q.", StringComparison.Ordinal) ? Heads
            : name.Contains("attn_k.", StringComparison.Ordinal) ? KeyHeads : 0;
        if (heads == 0)
            return values;
        var rows = new float[values.Length];
        for (var row = 0; row < heads * HeadLength; row++)
        {
            var (head, inside) = (row / HeadLength * HeadLength, row % HeadLength);
            var from = head + (inside % (HeadLength / 2) * 2) + (inside / (HeadLength / 2));
            values.AsSpan(from * Hidden, Hidden).CopyTo(rows.AsSpan(row * Hidden));
        }

        return rows;
    }

    private static float[] Numbers(BinaryReader reader, long offset, long[] shape)
    {
        reader.BaseStream.Position = offset;
        var count = shape.Aggregate(1L, (product, length) => product * length);
        return MemoryMarshal.Cast<byte, float>(reader.ReadBytes((int)count * sizeof(float))).ToArray();
    }

    private static void Safetensors(string path, List<(string Name, long[] Shape, float[] Values)> tensors)
    {
        var at = 0L;
        var header = JsonSerializer.SerializeToUtf8Bytes(tensors.ToDictionary(tensor => tensor.Name, tensor =>
        {
            var begin = at;
            at += tensor.Values.Length * sizeof(float);
            return new { dtype = "F32", shape = tensor.Shape, data_offsets = new[] { begin, at } };
        }));
        var padding = (8 - (header.Length % 8)) % 8;
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write((long)header.Length + padding);
        writer.Write(header);
        writer.Write(Encoding.ASCII.GetBytes(new string(' ', padding)));
        foreach (var (_, _, values) in tensors)
            writer.Write(MemoryMarshal.AsBytes<float>(values));
    }

    private static string String(BinaryReader reader) => Encoding.UTF8.GetString(reader.ReadBytes((int)reader.ReadInt64()));

    private static object Value(BinaryReader reader, int type)
    {
        if (type == Text)
            return String(reader);
        if (type != List)
            return reader.ReadBytes(Lengths[type]);
        var (of, count) = (reader.ReadInt32(), reader.ReadInt64());
        return Enumerable.Range(0, (int)count).Select(_ => Value(reader, of)).ToArray();
    }
}
