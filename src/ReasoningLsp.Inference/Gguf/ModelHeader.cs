namespace ReasoningLsp.Inference.Gguf;

/// <summary>What a model's header says of itself, checked where llama.cpp would end the process or compute nonsense.</summary>
internal static class ModelHeader
{
    private const int MostLayers = 512;
    private const int KindsOfToken = 6;
    private const int MostExperts = 512;

    // Those of models that read text and need no marks around it.
    private static readonly string[] Tokenizers = ["llama", "gpt2", "t5", "plamo2"];

    private static readonly string[] Scalings = ["none", "linear", "yarn", "longrope"];

    /// <summary>Some converters write this for a token that there is not.</summary>
    private const long NoToken = uint.MaxValue;

    /// <summary>Refuses a header that no model can have.</summary>
    /// <exception cref="InferenceException">It is broken; the message says where.</exception>
    public static void Check(GgufFile file)
    {
        if (file.Architecture.Length == 0 || file.Text("general.type") == "adapter")
            throw Bad(file, "holds no model");
        InRange(file, "block_count", MostLayers);
        InRange(file, "context_length", int.MaxValue);
        InRange(file, "embedding_length", int.MaxValue);
        foreach (var name in (string[])["attention.layer_norm_rms_epsilon", "attention.layer_norm_epsilon"])
        {
            if (Real(file, name) is { } epsilon && !(float.IsFinite(epsilon) && epsilon >= 0))
                throw Bad(file, $"gives {file.Architecture}.{name} the value {epsilon}");
        }

        if (Real(file, "rope.freq_base") is { } rope && !(float.IsFinite(rope) && rope > 0))
            throw Bad(file, $"gives {file.Architecture}.rope.freq_base the value {rope}");
        if (file.Text($"{file.Architecture}.rope.scaling.type") is { } scaling && !Scalings.Contains(scaling, StringComparer.Ordinal))
            throw Bad(file, $"gives {file.Architecture}.rope.scaling.type the value \"{scaling}\"; "
                + $"{string.Join(", ", Scalings)} are known");
        CheckExperts(file);
        CheckTokens(file);
    }

    // llama.cpp holds these against each other with assertions.
    private static void CheckExperts(GgufFile file)
    {
        var (count, used) = (file.Parameter("expert_count") ?? 0, file.Parameter("expert_used_count") ?? 0);
        if (count is < 0 or > MostExperts)
            throw Bad(file, $"gives {file.Architecture}.expert_count the value {count:N0}");
        if (used < 0 || used > count || (count > 0 && used == 0))
            throw Bad(file, $"gives {file.Architecture}.expert_used_count the value {used:N0} and has {count:N0} experts");
    }

    private static void CheckTokens(GgufFile file)
    {
        if (file.Metadata.GetValueOrDefault("tokenizer.ggml.tokens") is not string[] tokens
            || file.Text("tokenizer.ggml.model") is not { } tokenizer)
            throw Bad(file, "holds no tokenizer: tokenizer.ggml.model and tokenizer.ggml.tokens are needed");
        // What is read of a model with a recurrent state cannot be taken back, which the cache needs.
        if (tokenizer is "bert" or "none" or "no_vocab" or "rwkv")
            throw Bad(file, $"has a tokenizer of the kind \"{tokenizer}\", and text is read with {string.Join(", ", Tokenizers)}");
        if (file.Metadata.GetValueOrDefault("tokenizer.ggml.token_type") is { } given)
        {
            // Some builds of llama.cpp read its bytes as whole numbers, whatever they are.
            if (given is not int[] kinds)
                throw Bad(file, "gives tokenizer.ggml.token_type as something else than whole numbers of 32 bits");
            if (kinds.Length != tokens.Length)
                throw Bad(file, $"gives the kinds of {kinds.Length:N0} tokens and has {tokens.Length:N0}");
            if (Array.FindIndex(kinds, kind => kind is < 0 or > KindsOfToken) is >= 0 and var strange)
                throw Bad(file, $"gives token {strange} the unknown kind {kinds[strange]}");
        }

        if (file.Metadata.GetValueOrDefault("tokenizer.ggml.scores") is { } weights)
        {
            if (weights is not float[] scores)
                throw Bad(file, "gives tokenizer.ggml.scores as something else than real numbers of 32 bits");
            if (scores.Length != tokens.Length)
                throw Bad(file, $"gives the scores of {scores.Length:N0} tokens and has {tokens.Length:N0}");
        }

        foreach (var key in (string[])["tokenizer.ggml.bos_token_id", "tokenizer.ggml.eos_token_id"])
        {
            if (file.Number(key) is { } id && id != NoToken && (id < 0 || id >= tokens.Length))
                throw Bad(file, $"names token {id} as {key} and has {tokens.Length:N0} tokens");
        }

        if (file.Tensors.FirstOrDefault(tensor => tensor.Name == "token_embd.weight") is { Shape: [_, var rows, ..] }
            && rows < tokens.Length)
            throw Bad(file, $"has {tokens.Length:N0} tokens and an embedding of {rows:N0}");
        // SentencePiece falls back to bytes, and llama.cpp ends the process where one is missing.
        if (tokenizer == "llama" && MissingByte(tokens) is { } missing)
            throw Bad(file, $"has a tokenizer of the kind \"llama\" without a token for the byte {missing:X2}");
    }

    private static int? MissingByte(string[] tokens)
    {
        var known = tokens.ToHashSet(StringComparer.Ordinal);
        for (var value = 0; value <= byte.MaxValue; value++)
        {
            if (!known.Contains($"<0x{value:X2}>") && !(value < 0x80 && known.Contains(((char)value).ToString())))
                return value;
        }

        return null;
    }

    private static void InRange(GgufFile file, string name, long most)
    {
        if (file.Parameter(name) is { } value && (value < 1 || value > most))
            throw Bad(file, $"gives {file.Architecture}.{name} the value {value:N0}");
    }

    private static float? Real(GgufFile file, string name) => file.Metadata.GetValueOrDefault($"{file.Architecture}.{name}") as float?;

    /// <summary>What is wrong with a file.</summary>
    public static InferenceException Bad(GgufFile file, string what) =>
        new(InferenceError.BadFile, $"{Path.GetFileName(file.Path)} {what}.");
}
