using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Tells whether a step begins by correcting the one before it: "Oops, I wrote 52."</summary>
internal static class TakenBackStep
{
    private const int Opening = 60;

    /// <summary>Whether the first words of <paramref name="next"/> take back what the step before it said.</summary>
    public static bool IsBefore(StepAnalysis next)
    {
        var text = next.Text.AsSpan().TrimStart();
        var opening = text[..Math.Min(text.Length, Opening)].ToString().ToLowerInvariant();
        return next.Lexicon.Has(PhraseRole.Corrected, opening);
    }
}
