using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Json;

namespace ReasoningLsp.Inference.Import;

/// <summary>What a GGUF file says of its model, from a checkpoint's files.</summary>
internal static class CheckpointMetadata
{
    /// <summary>Writes all of it.</summary>
    public static void Write(GgufWriter writer, CheckpointConfig config, string folder, WeightType type)
    {
        var name = config.Architecture;
        writer.Add("general.architecture", name);
        writer.Add("general.type", "model");
        writer.Add("general.name", Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar)));
        writer.Add($"{name}.block_count", (uint)config.Layers);
        writer.Add($"{name}.context_length", (uint)config.Context);
        writer.Add($"{name}.embedding_length", (uint)config.Hidden);
        writer.Add($"{name}.feed_forward_length", (uint)config.FeedForward);
        writer.Add($"{name}.attention.head_count", (uint)config.Heads);
        writer.Add($"{name}.attention.head_count_kv", (uint)config.KeyHeads);
        writer.Add($"{name}.rope.freq_base", (float)config.RopeBase);
        writer.Add($"{name}.attention.layer_norm_rms_epsilon", config.Epsilon);
        if (name == "llama" || config.GivesHeadLength)
        {
            writer.Add($"{name}.attention.key_length", (uint)config.HeadLength);
            writer.Add($"{name}.attention.value_length", (uint)config.HeadLength);
        }

        writer.Add("general.file_type", type switch { WeightType.F16 => 1u, WeightType.BF16 => 32u, WeightType.Q8 => 7u, _ => 0u });
        if (name == "llama")
        {
            writer.Add($"{name}.vocab_size", (uint)config.Vocabulary);
            writer.Add($"{name}.rope.dimension_count", (uint)config.HeadLength);
        }

        writer.Add("general.quantization_version", 2u);
        var settings = Path.Combine(folder, "tokenizer_config.json") is var path && File.Exists(path)
            ? JsonFile.Read(path, CheckpointForms.TokenizerConfig) : default;
        var tokenizer = Tokenizer(folder, settings, config.Vocabulary);
        tokenizer.WriteTo(writer);
        WriteSpecial(writer, config, settings, tokenizer);
    }

    private static ImportedTokenizer Tokenizer(string folder, JsonElement settings, int size)
    {
        var listed = AddedTokens(settings);
        var model = Path.Combine(folder, "tokenizer.model");
        if (File.Exists(model))
        {
            RegularFile.Check(model, "tokenizer");
            return SentencePieceReader.Read(File.ReadAllBytes(model), "tokenizer.model")
                .With([.. listed.Where(token => token.Content is not ("<unk>" or "<s>" or "</s>"))], size);
        }

        var json = Path.Combine(folder, "tokenizer.json");
        if (!File.Exists(json))
            throw new InferenceException(InferenceError.NoFile, $"{folder} holds no tokenizer.json or tokenizer.model.");
        var (tokenizer, added) = TokenizerJsonReader.Read(json);
        return tokenizer.With(tokenizer.Model == "llama" ? [.. added.Where(token => token.Content != "<unk>")] : added, size);
    }

    private static ImmutableArray<AddedToken> AddedTokens(JsonElement settings)
    {
        if (settings.ValueKind != JsonValueKind.Object || !settings.TryGetProperty("added_tokens_decoder", out var list)
            || list.ValueKind != JsonValueKind.Object)
            return [];
        return [.. list.EnumerateObject().Select(entry =>
        {
            var content = entry.Value.GetProperty("content").GetString()!;
            return new AddedToken(Number(entry.Name), content,
                (entry.Value.TryGetProperty("special", out var special) && special.ValueKind == JsonValueKind.True)
                || AddedToken.LooksSpecial(content));
        })];
    }

    private static int Number(string name) =>
        int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id
        : throw new InferenceException(InferenceError.BadFile,
            $"tokenizer_config.json: added_tokens_decoder names the token \"{name}\"; a whole number is allowed there.");

    private static void WriteSpecial(GgufWriter writer, CheckpointConfig config, JsonElement settings, ImportedTokenizer tokenizer)
    {
        foreach (var (name, key) in ((string, string)[])[("bos", "bos"), ("eos", "eos"), ("pad", "padding")])
        {
            if ((Named(settings, $"{name}_token", tokenizer) ?? config.Token($"{name}_token_id")) is { } id && id >= 0
                && id < tokenizer.Tokens.Length)
                writer.Add($"tokenizer.ggml.{key}_token_id", (uint)id);
        }

        if (settings.ValueKind != JsonValueKind.Object)
            return;
        if (settings.TryGetProperty("add_bos_token", out var adds) && adds.ValueKind is JsonValueKind.True or JsonValueKind.False)
            writer.Add("tokenizer.ggml.add_bos_token", adds.GetBoolean());
        if (settings.TryGetProperty("chat_template", out var template) && template.ValueKind == JsonValueKind.String)
            writer.Add("tokenizer.chat_template", template.GetString()!);
    }

    private static int? Named(JsonElement settings, string name, ImportedTokenizer tokenizer)
    {
        if (settings.ValueKind != JsonValueKind.Object || !settings.TryGetProperty(name, out var value))
            return null;
        var content = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("content", out var inner) ? inner.GetString()
            : value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return content is null || Array.IndexOf(tokenizer.Tokens, content) is var id && id < 0 ? null : id;
    }
}
