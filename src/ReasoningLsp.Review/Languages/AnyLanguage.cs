using System.Collections.Immutable;

namespace ReasoningLsp.Review.Languages;

/// <summary>Phrases that are looked for in every language at once: an author puts a German heading above English formulas, and a few
/// words of a text do not tell its language.</summary>
internal static class AnyLanguage
{
    private static readonly ImmutableArray<PhraseRole> s_roles =
        [PhraseRole.Equated, PhraseRole.Contradicted, PhraseRole.OtherArithmetic, PhraseRole.Rounded, PhraseRole.Idiom,
            PhraseRole.Asked];

    private static readonly ImmutableArray<WordList> s_lists = [.. s_roles.Select(role => new WordList(LanguagePhrases.InAll(role)))];

    /// <summary>Whether a phrase of the role occurs in lower-case <paramref name="text"/>.</summary>
    public static bool Has(PhraseRole role, ReadOnlySpan<char> text) => s_lists[s_roles.IndexOf(role)].OccursIn(text);

    /// <summary>Lower-case <paramref name="text"/> without the phrases of the role.</summary>
    public static string Without(PhraseRole role, string text) => s_lists[s_roles.IndexOf(role)].Without(text);
}
