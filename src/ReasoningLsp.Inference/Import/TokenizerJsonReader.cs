using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference.Json;

namespace ReasoningLsp.Inference.Import;

/// <summary>Reads <c>tokenizer.json</c>: byte pairs as Qwen and Llama 3 have them, and SentencePiece vocabularies written so.</summary>
internal static class TokenizerJsonReader
{
    private const int MostTokens = 1 << 22;
    private const int LongestShown = 60;
    private const string SingleDigits = "|\\p{N}|";
    private const string ThreeDigits = "[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}|";

    /// <summary>The vocabulary in a file, and the tokens added to it.</summary>
    /// <exception cref="InferenceException">It is of a kind that is not read, or broken.</exception>
    public static (ImportedTokenizer Tokenizer, ImmutableArray<AddedToken> Added) Read(string path)
    {
        // What is of another kind has another form.
        if (JsonFile.Read(path).TryGetProperty("model", out var model) && model.ValueKind == JsonValueKind.Object
            && model.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is not "BPE")
            throw Unknown($"of the kind {type.GetString()}");
        return Read(JsonFile.Read(path, CheckpointForms.Tokenizer));
    }

    /// <summary>The vocabulary and the tokens added to it.</summary>
    /// <exception cref="InferenceException">It is of a kind that is not read.</exception>
    public static (ImportedTokenizer Tokenizer, ImmutableArray<AddedToken> Added) Read(JsonElement root)
    {
        var model = root.GetProperty("model");
        var vocabulary = new Dictionary<int, string>();
        foreach (var entry in model.GetProperty("vocab").EnumerateObject())
        {
            if (!vocabulary.TryAdd(entry.Value.GetInt32(), entry.Name))
                throw Unknown($"in which \"{entry.Name}\" and \"{vocabulary[entry.Value.GetInt32()]}\" have one number");
        }

        if (vocabulary.Count == 0 || vocabulary.Keys.Min() < 0 || vocabulary.Keys.Max() > MostTokens)
            throw Unknown($"whose {vocabulary.Count:N0} tokens have numbers that no vocabulary has");
        var size = vocabulary.Keys.Max() + 1;
        var tokens = new string[size];
        var kinds = new VocabularyTokenKind[size];
        for (var id = 0; id < size; id++)
        {
            tokens[id] = vocabulary.TryGetValue(id, out var token) ? token : $"[PAD{id}]";
            kinds[id] = vocabulary.ContainsKey(id) ? VocabularyTokenKind.Normal : VocabularyTokenKind.Unused;
        }

        ImmutableArray<AddedToken> added = root.TryGetProperty("added_tokens", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(Added)]
            : [];
        var merges = model.GetProperty("merges").EnumerateArray().Select(Merge).ToArray();
        var isSentencePiece = model.TryGetProperty("byte_fallback", out var fallback) && fallback.ValueKind == JsonValueKind.True;
        return (isSentencePiece ? SentencePiece(tokens, kinds, merges, added) with { AddsSpacePrefix = AddsSpace(root) }
            : new ImportedTokenizer("gpt2", PreOf(root), tokens, kinds, [], merges), added);
    }

    private static AddedToken Added(JsonElement token)
    {
        var content = token.GetProperty("content").GetString()!;
        return new AddedToken(token.GetProperty("id").GetInt32(), content,
            (token.TryGetProperty("special", out var special) && special.GetBoolean()) || AddedToken.LooksSpecial(content));
    }

    /// <summary>Newer files write a pair as an array, because a token may hold a space.</summary>
    private static string Merge(JsonElement merge) => merge.ValueKind == JsonValueKind.Array
        ? string.Join(' ', merge.EnumerateArray().Select(part => part.GetString()!.Replace(' ', 'Ġ')))
        : merge.GetString()!;

    // How llama.cpp names the way in which text is cut before.
    private static string PreOf(JsonElement root)
    {
        List<JsonElement> parts = root.TryGetProperty("pre_tokenizer", out var pre) && pre.ValueKind == JsonValueKind.Object
            ? [.. Parts(pre)] : [];
        var cut = string.Concat(parts.Select(Pattern));
        if (cut.Contains(ThreeDigits, StringComparison.Ordinal))
            return "llama-bpe";
        if (cut.Contains(SingleDigits, StringComparison.Ordinal) && cut.Contains("[^\\r\\n\\p{L}\\p{N}]?\\p{L}+", StringComparison.Ordinal))
            return "qwen2";
        // Without a pattern of its own the bytes' level cuts as GPT-2 does.
        var isPlain = cut.Length == 0 && parts.Any(part => TypeOf(part) == "ByteLevel" && !Is(part, "use_regex", false))
            && parts.All(part => TypeOf(part) is "ByteLevel" or "Digits");
        if (!isPlain)
            throw Unknown($"of byte pairs that cuts text by {(parts.Count == 0 ? "nothing" : string.Join(", ", parts.Select(Named)))}");
        return parts.Any(part => TypeOf(part) == "Digits" && Is(part, "individual_digits", true)) ? "smollm" : "gpt-2";
    }

    private static IEnumerable<JsonElement> Parts(JsonElement pre) => pre.TryGetProperty("pretokenizers", out var parts)
        ? parts.EnumerateArray().SelectMany(Parts)
        : [pre];

    private static string TypeOf(JsonElement part) =>
        part.TryGetProperty("type", out var type) ? type.GetString() ?? string.Empty : string.Empty;

    private static string Pattern(JsonElement part) =>
        part.TryGetProperty("pattern", out var pattern) && pattern.TryGetProperty("Regex", out var regex)
            ? regex.GetString() ?? string.Empty : string.Empty;

    private static bool Is(JsonElement part, string name, bool value) => part.TryGetProperty(name, out var told)
        && told.ValueKind == (value ? JsonValueKind.True : JsonValueKind.False);

    private static string Named(JsonElement part) => Pattern(part) is { Length: > 0 } pattern
        ? $"{TypeOf(part)} (\"{(pattern.Length > LongestShown ? pattern[..LongestShown] + "…" : pattern)}\")"
        : TypeOf(part);

    /// <summary>Where SentencePiece compares scores, the order of the merges says the same.</summary>
    private static ImportedTokenizer SentencePiece(
        string[] tokens, VocabularyTokenKind[] kinds, string[] merges, ImmutableArray<AddedToken> added)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var rank = 0; rank < merges.Length; rank++)
            ranks.TryAdd(merges[rank].Replace(" ", string.Empty, StringComparison.Ordinal), rank);
        var scores = tokens.Select(token => ranks.TryGetValue(token, out var rank) ? -(float)rank : token.Length <= 2 ? -1e6f : 0f)
            .ToArray();
        for (var id = 0; id < tokens.Length; id++)
        {
            if (tokens[id] is ['<', '0', 'x', _, _, '>'])
                (kinds[id], scores[id]) = (VocabularyTokenKind.Byte, 0);
        }

        foreach (var token in added.Where(token => token.Id < tokens.Length && token.Content == "<unk>"))
            kinds[token.Id] = VocabularyTokenKind.Unknown;
        return new ImportedTokenizer("llama", "default", tokens, kinds, scores, []);
    }

    // Gemma's puts no space before a text, Llama's and Mistral's do.
    private static bool? AddsSpace(JsonElement root)
    {
        var isTold = root.TryGetProperty("normalizer", out var normalizer) && normalizer.ValueKind == JsonValueKind.Object;
        var isMetaspace = root.TryGetProperty("pre_tokenizer", out var pre) && pre.ValueKind == JsonValueKind.Object
            && Parts(pre).Any(part => TypeOf(part) == "Metaspace");
        return !isTold || isMetaspace || normalizer.GetRawText().Contains("\"Prepend\"", StringComparison.Ordinal) ? null : false;
    }

    private static InferenceException Unknown(string what) => new(InferenceError.BadFile,
        $"tokenizer.json holds a tokenizer {what}. Read are the byte pairs of Qwen 2 to 3, Llama 3 to 3.2, SmolLM2 and GPT-2, and "
            + $"SentencePiece as Llama 2, Mistral and Gemma have it.");
}
