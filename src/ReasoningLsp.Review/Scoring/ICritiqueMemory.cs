using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Keeps critiques by the exact prompt that they answer, so that an edit has only those written anew whose prompts it changed.
/// Implementations are thread-safe.</summary>
internal interface ICritiqueMemory
{
    /// <summary>Names a critique: the model and all that shapes what it writes, the prompt, and which of the votes it is.</summary>
    byte[] KeyOf(ScoringModel model, ImmutableArray<PromptPiece> prompt, int vote);

    /// <summary>The critique of this key, or null.</summary>
    Critique? Find(byte[] key);

    /// <summary>Keeps one.</summary>
    void Keep(byte[] key, Critique critique);
}
