using System.Text.Json;
using ReasoningLsp.Inference.Json;

namespace ReasoningLsp.Inference.Import;

/// <summary>A checkpoint's <c>config.json</c>.</summary>
internal sealed class CheckpointConfig
{
    private readonly JsonElement _root;

    private CheckpointConfig(JsonElement root, string architecture)
    {
        _root = root;
        Architecture = architecture;
    }

    /// <summary>As GGUF names it: <c>qwen2</c> or <c>llama</c>.</summary>
    public string Architecture { get; }

    /// <summary>What the checkpoint calls itself.</summary>
    public string ModelClass =>
        _root.TryGetProperty("architectures", out var names) && names.ValueKind == JsonValueKind.Array && names.GetArrayLength() > 0
        ? names[0].GetString() ?? string.Empty : string.Empty;

    /// <summary>Layers.</summary>
    public int Layers => Required("num_hidden_layers");

    /// <summary>Numbers in a hidden state.</summary>
    public int Hidden => Required("hidden_size");

    /// <summary>Numbers between the two halves of a layer.</summary>
    public int FeedForward => Required("intermediate_size");

    /// <summary>Attention heads.</summary>
    public int Heads => Required("num_attention_heads");

    /// <summary>Attention heads of keys and values.</summary>
    public int KeyHeads => Number("num_key_value_heads") ?? Heads;

    /// <summary>Numbers of a head.</summary>
    public int HeadLength => Number("head_dim") ?? (Hidden / Heads);

    /// <summary>Whether the head's length is given and not derived.</summary>
    public bool GivesHeadLength => Number("head_dim") is not null;

    /// <summary>Tokens of the vocabulary.</summary>
    public int Vocabulary => Required("vocab_size");

    /// <summary>Tokens it was trained to see.</summary>
    public int Context => Required("max_position_embeddings");

    /// <summary>Whether input and output share their embedding.</summary>
    public bool IsTied => _root.TryGetProperty("tie_word_embeddings", out var tied) && tied.ValueKind == JsonValueKind.True;

    /// <summary>Added to a variance.</summary>
    public float Epsilon => (float)(Real("rms_norm_eps") ?? 1e-6);

    /// <summary>Base of the rotation.</summary>
    public double RopeBase => Real("rope_theta") ?? RopeParameter("rope_theta") ?? 10_000;

    /// <summary>How positions beyond the trained ones are read, or null.</summary>
    public JsonElement? RopeScaling => Rope("rope_scaling") ?? Rope("rope_parameters");

    /// <summary>Reads it.</summary>
    /// <exception cref="InferenceException">It is broken, or of an architecture that is not read.</exception>
    public static CheckpointConfig Read(string path)
    {
        var root = JsonFile.Read(path, CheckpointForms.Config);
        var type = root.TryGetProperty("model_type", out var name) ? name.ToString() : null;
        return type switch
        {
            "qwen2" => new CheckpointConfig(root, "qwen2"),
            "llama" or "mistral" => new CheckpointConfig(root, "llama"),
            _ => throw new InferenceException(InferenceError.BadFile,
                $"{path} describes a model of the type \"{type}\"; qwen2, llama and mistral are imported."),
        };
    }

    /// <summary>A token's number, such as <c>bos_token_id</c>; of several the first.</summary>
    public int? Token(string name) => _root.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.Number => value.GetInt32(),
            JsonValueKind.Array when value.GetArrayLength() > 0 => value[0].GetInt32(),
            _ => null,
        }
        : null;

    private JsonElement? Rope(string name) =>
        _root.TryGetProperty(name, out var scaling) && scaling.ValueKind == JsonValueKind.Object ? scaling : null;

    private double? RopeParameter(string name) =>
        Rope("rope_parameters") is { } rope && rope.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        ? value.GetDouble() : null;

    private int Required(string name) =>
        Number(name) is { } number and > 0 ? number
        : throw new InferenceException(InferenceError.BadFile, $"config.json gives no usable {name}.");

    private int? Number(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : null;

    private double? Real(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
