using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Tells whether a step begins by correcting the one before it: "Oops, I wrote 52."</summary>
internal static class TakenBackStep
{
    private const int Opening = 60;

    /// <summary>Whether the first words of <paramref name="next"/> take back what the step before it said.</summary>
    public static bool IsBefore(StepAnalysis next) => next.Lexicon.Has(PhraseRole.Corrected, OpeningOf(next));

    /// <summary>Whether they doubt it ("Wait, …"), so that what is calculated anew there takes the place of the same calculation
    /// before.</summary>
    public static bool IsDoubtedBy(StepAnalysis next) => next.Lexicon.Has(PhraseRole.TakenBack, OpeningOf(next));

    private static string OpeningOf(StepAnalysis step)
    {
        var text = step.Text.AsSpan().TrimStart();
        return text[..Math.Min(text.Length, Opening)].ToString().ToLowerInvariant();
    }
}
