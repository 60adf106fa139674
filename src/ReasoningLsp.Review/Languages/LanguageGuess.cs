using System.Collections.Immutable;

namespace ReasoningLsp.Review.Languages;

/// <summary>Tells by scripts and everyday words in which languages a trace may be written; in doubt in more of them.</summary>
internal static class LanguageGuess
{
    // In a text of a language at least one word in so many is an everyday one.
    private const int FewestWords = 5, KnownOfWords = 10;

    private static readonly ImmutableArray<string> s_english = ["en"];
    private static readonly int s_indexOfEnglish =
        LanguagePhrases.All.IndexOf(LanguagePhrases.All.First(language => language.Code == "en"));

    /// <summary>The languages, English among them, in order; and whether there are words of none that is known.</summary>
    /// <param name="signs">What the trace shows.</param>
    /// <param name="declared">The language that it declares, or null.</param>
    public static (ImmutableArray<string> Languages, bool HasUnknown) Of(LanguageSigns signs, string? declared)
    {
        if (declared is null && IsEnglish(signs))
            return (s_english, false);
        var found = new SortedSet<string>(signs.Scripts, StringComparer.Ordinal) { "en" };
        var (hasUnknown, isKnown) = (signs.HasStrangeScript, false);
        if (declared?.Split('-', '_')[0].ToLowerInvariant() is { Length: > 0 } code)
        {
            isKnown = LanguagePhrases.All.Any(language => language.Code == code);
            if (isKnown)
                found.Add(code);
            else
                hasUnknown = true;
        }

        var most = signs.Counts.IsEmpty ? 0 : signs.Counts.Max();
        for (var i = 0; i < signs.Counts.Length; i++)
        {
            if (signs.Counts[i] > 0 && signs.Counts[i] * 2 >= most)
                found.Add(LanguagePhrases.All[i].Code);
        }

        // Too few words to tell: they may be of any of them.
        if (most == 0 && signs.Words < FewestWords)
            found.UnionWith(LanguagePhrases.All.Select(language => language.Code));
        // A text that says its language may do without everyday words.
        return ([.. found], hasUnknown
            || (!isKnown && signs.Scripts.IsEmpty && signs.Words >= FewestWords && most * KnownOfWords < signs.Words));
    }

    // What most texts are, told without setting up a list: of no other script, and no other language has half as many everyday words.
    private static bool IsEnglish(LanguageSigns signs)
    {
        if (!signs.Scripts.IsEmpty || signs.HasStrangeScript || signs.Counts.IsEmpty)
            return false;
        var english = signs.Counts[s_indexOfEnglish];
        if (english * KnownOfWords < signs.Words)
            return false;
        for (var i = 0; i < signs.Counts.Length; i++)
        {
            if (i != s_indexOfEnglish && signs.Counts[i] > 0 && signs.Counts[i] * 2 >= english)
                return false;
        }

        return true;
    }

    /// <summary>The languages of which there are the most everyday words; none where there are no such words.</summary>
    public static ImmutableArray<string> Most(LanguageSigns signs)
    {
        var most = signs.Counts.IsEmpty ? 0 : signs.Counts.Max();
        if (most == 0)
            return [];
        var found = ImmutableArray.CreateBuilder<string>(1);
        for (var i = 0; i < signs.Counts.Length; i++)
        {
            if (signs.Counts[i] == most)
                found.Add(LanguagePhrases.All[i].Code);
        }

        return found.DrainToImmutable();
    }
}
