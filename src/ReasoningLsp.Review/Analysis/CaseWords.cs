using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds the words that tell cases, attempts and possibilities apart, or take something back.</summary>
internal static class CaseWords
{
    /// <summary>Whether any occurs in <paramref name="text"/>, be it one that makes only this step unsure.</summary>
    public static bool OccurIn(string text, Lexicon lexicon) =>
        lexicon.Has(PhraseRole.Passing, text.ToLowerInvariant()) || Last(text, lexicon);

    /// <summary>Whether one occurs after which what was said need not hold in the steps that follow.</summary>
    public static bool Last(string text, Lexicon lexicon)
    {
        var lower = text.ToLowerInvariant();
        // "The largest possible value", "a set of points": most words that tell cases apart are also words of everyday.
        return lexicon.Has(PhraseRole.Cases, lower) && lexicon.Without(PhraseRole.Undivided, lower) is var rest
            && (ReferenceEquals(rest, lower) || lexicon.Has(PhraseRole.Cases, rest));
    }
}
