using System.Collections.Immutable;
using ReasoningLsp.Inference.Gguf;

namespace ReasoningLsp.Inference.Import;

/// <summary>A vocabulary as GGUF holds it.</summary>
/// <param name="Model"><c>gpt2</c> for byte pairs, <c>llama</c> for SentencePiece.</param>
/// <param name="Pre">How text is cut before.</param>
/// <param name="Tokens">One text a token.</param>
/// <param name="Kinds">One a token.</param>
/// <param name="Scores">One a token, for SentencePiece; empty otherwise.</param>
/// <param name="Merges">For byte pairs; empty otherwise.</param>
internal sealed record ImportedTokenizer(
    string Model, string Pre, string[] Tokens, VocabularyTokenKind[] Kinds, float[] Scores, string[] Merges)
{
    /// <summary>Whether a space is put before every text; null leaves it to the kind.</summary>
    public bool? AddsSpacePrefix { get; init; }

    /// <summary>The vocabulary with added tokens in their places, as long as the model's embedding.</summary>
    public ImportedTokenizer With(ImmutableArray<AddedToken> added, int size)
    {
        var needed = Math.Max(Tokens.Length, added.Select(token => token.Id + 1L).DefaultIfEmpty(0).Max());
        if (needed > size)
            throw new InferenceException(InferenceError.BadFile,
                $"The tokenizer has {needed} tokens, the model's embedding {size} rows: they do not belong together.");
        if (added.FirstOrDefault(token => token.Id < 0) is { } strange)
            throw new InferenceException(InferenceError.BadFile, $"The tokenizer gives \"{strange.Content}\" the number {strange.Id}.");
        var tokens = new List<string>(Tokens);
        var kinds = new List<VocabularyTokenKind>(Kinds);
        var scores = new List<float>(Scores);
        for (var id = tokens.Count; id < size; id++)
        {
            tokens.Add($"[PAD{id}]");
            kinds.Add(VocabularyTokenKind.Unused);
            if (Scores.Length > 0)
                scores.Add(-1000);
        }

        foreach (var token in added)
        {
            tokens[token.Id] = token.IsSpecial ? token.Content : token.Content.Replace('▁', ' ');
            kinds[token.Id] = token.IsSpecial ? VocabularyTokenKind.Control : VocabularyTokenKind.UserDefined;
            if (Scores.Length > 0 && token.Id >= Tokens.Length)
                scores[token.Id] = -1000;
        }

        return this with { Tokens = [.. tokens], Kinds = [.. kinds], Scores = [.. scores] };
    }

    /// <summary>Writes it.</summary>
    public void WriteTo(GgufWriter writer)
    {
        writer.Add("tokenizer.ggml.model", Model);
        writer.Add("tokenizer.ggml.pre", Pre);
        writer.Add("tokenizer.ggml.tokens", Tokens);
        if (Scores.Length > 0)
            writer.Add("tokenizer.ggml.scores", Scores);
        writer.Add("tokenizer.ggml.token_type", Kinds.Select(kind => (int)kind).ToArray());
        if (Merges.Length > 0)
            writer.Add("tokenizer.ggml.merges", Merges);
        if (AddsSpacePrefix is { } prefix)
            writer.Add("tokenizer.ggml.add_space_prefix", prefix);
    }
}
