using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Inference.Import;

/// <summary>Reads <c>tokenizer.json</c>: byte pairs as Qwen and Llama 3 have them, and SentencePiece vocabularies written so.</summary>
internal static class TokenizerJsonReader
{
    private const int MostTokens = 1 << 22;
    private const string SingleDigits = "|\\p{N}|";
    private const string ThreeDigits = "|\\p{N}{1,3}|";

    /// <summary>The vocabulary and the tokens added to it.</summary>
    /// <exception cref="InferenceException">It is of a kind that is not read.</exception>
    public static (ImportedTokenizer Tokenizer, ImmutableArray<AddedToken> Added) Read(JsonElement root)
    {
        var model = root.GetProperty("model");
        if (model.TryGetProperty("type", out var type) && type.GetString() is not (null or "BPE"))
            throw Unknown($"of the type {type.GetString()}");
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
        return (isSentencePiece ? SentencePiece(tokens, kinds, merges, added)
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

    private static string PreOf(JsonElement root)
    {
        var cut = root.TryGetProperty("pre_tokenizer", out var pre) && pre.ValueKind == JsonValueKind.Object ? Patterns(pre) : string.Empty;
        return cut.Contains(ThreeDigits, StringComparison.Ordinal) ? "llama-bpe"
            : cut.Contains(SingleDigits, StringComparison.Ordinal)
                && cut.Contains("[^\\r\\n\\p{L}\\p{N}]?\\p{L}+", StringComparison.Ordinal) ? "qwen2"
            : throw Unknown($"that cuts text as \"{cut}\"");
    }

    private static string Patterns(JsonElement pre) => pre.TryGetProperty("pretokenizers", out var parts)
        ? string.Concat(parts.EnumerateArray().Select(Patterns))
        : pre.TryGetProperty("pattern", out var pattern) && pattern.TryGetProperty("Regex", out var regex)
            ? regex.GetString() ?? string.Empty : string.Empty;

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

    private static InferenceException Unknown(string what) =>
        new(InferenceError.BadFile,
        $"tokenizer.json holds a tokenizer {what}; byte pairs of Qwen2 and Llama 3 and SentencePiece are read.");
}
