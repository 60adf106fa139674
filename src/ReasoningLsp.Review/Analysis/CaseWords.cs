using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds the words that tell cases, attempts and possibilities apart, or take something back.</summary>
internal static class CaseWords
{
    /// <summary>Whether any occurs in lower-case <paramref name="text"/>, be it one that makes only this step unsure.</summary>
    public static bool OccurIn(string text, Lexicon lexicon) =>
        lexicon.Has(PhraseRole.Passing, text) || Last(text, lexicon);

    /// <summary>Whether one occurs after which what was said need not hold in the steps that follow.</summary>
    public static bool Last(string text, Lexicon lexicon) =>
        // "The largest possible value", "a set of points": most words that tell cases apart are also words of everyday.
        lexicon.Has(PhraseRole.Cases, text) && lexicon.Without(PhraseRole.Undivided, text) is var rest
            && (ReferenceEquals(rest, text) || lexicon.Has(PhraseRole.Cases, rest));
}
