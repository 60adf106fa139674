using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Scoring.Caching;

/// <summary>Critiques on the disk. Thread-safe.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="models">Names models.</param>
internal sealed class CritiqueMemory(ScoreStore store, ModelKey models) : ICritiqueMemory
{
    /// <inheritdoc/>
    public byte[] KeyOf(ScoringModel model, ImmutableArray<PromptPiece> prompt, int vote)
    {
        // However many votes there are, each is what it is.
        var profile = model.Profile with
        {
            Reading = model.Profile.Reading with { Critique = model.Profile.Reading.Critique! with { Votes = 1 } },
        };
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
            new Asked(models.Of(model with { Profile = profile }), vote, [.. prompt.Select(piece =>
                new Part(piece.Kind, piece.Text, piece.Number))])));
    }

    /// <inheritdoc/>
    public Critique? Find(byte[] key) => store.ReadCritique(key);

    /// <inheritdoc/>
    public void Keep(byte[] key, Critique critique) => store.Write(key, critique);

    private sealed record Asked(string Model, int Vote, ImmutableArray<Part> Prompt);

    private sealed record Part(PieceKind Kind, string Text, int Number);
}
