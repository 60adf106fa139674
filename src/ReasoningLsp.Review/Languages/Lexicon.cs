using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Review.Languages;

/// <summary>The phrases of the languages in which a trace is written. English is always among them, for its mathematics is
/// everywhere.</summary>
internal sealed class Lexicon : IEquatable<Lexicon>
{
    // Nearly every text is written in one language, English beside it, and each of its steps asks anew.
    private static readonly FrozenDictionary<string, Lexicon> s_single =
        LanguagePhrases.All.ToFrozenDictionary(each => each.Code, each => new Lexicon(["en", each.Code], false), StringComparer.Ordinal);

    private static readonly Lexicon s_all = new([.. LanguagePhrases.All.Select(language => language.Code)], false);

    // A text of few words may be of any language: one search tells it from those in which each language has to be asked.
    private static readonly ImmutableArray<WordSearch> s_anyLanguage = [.. Enum.GetValues<PhraseRole>().Select(role =>
        new WordSearch(LanguagePhrases.All.SelectMany(language => language[role].Words), StringComparison.Ordinal))];

    private const int Few = 2;

    private readonly ImmutableArray<LanguagePhrases> _languages;

    private Lexicon(ImmutableArray<string> languages, bool hasUnknown)
    {
        HasUnknown = hasUnknown;
        _languages = [.. LanguagePhrases.All.Where(language => languages.Contains(language.Code))];
    }

    /// <summary>English.</summary>
    public static Lexicon English => s_single["en"];

    /// <summary>That of some languages.</summary>
    /// <param name="languages">Their codes; English is always among them.</param>
    /// <param name="hasUnknown">Whether the trace has words of a language that is not known.</param>
    public static Lexicon Of(ImmutableArray<string> languages, bool hasUnknown) => (hasUnknown, languages) switch
    {
        (false, ["en"]) => English,
        (false, [var one, var other]) when s_single.TryGetValue(one == "en" ? other : one, out var known)
            && (one == "en" || other == "en") =>
            known,
        (false, { Length: var known }) when known == LanguagePhrases.All.Length => s_all,
        _ => new Lexicon(languages, hasUnknown),
    };

    /// <summary>Whether there are words whose language is not known, so that nothing is certain that stands among them.</summary>
    public bool HasUnknown { get; }

    /// <summary>The same for a text whose words may be of another language.</summary>
    public Lexicon Doubted => HasUnknown ? this : new Lexicon([.. _languages.Select(language => language.Code)], true);

    /// <summary>Whether a phrase of the role occurs in lower-case <paramref name="text"/>.</summary>
    public bool Has(PhraseRole role, ReadOnlySpan<char> text)
    {
        if (!MayHave(role, text))
            return false;
        foreach (var language in _languages)
        {
            if (language[role].OccursIn(text))
                return true;
        }

        return false;
    }

    /// <summary>Whether a phrase of the role in another language than English occurs in lower-case <paramref name="text"/>.</summary>
    public bool HasBesideEnglish(PhraseRole role, ReadOnlySpan<char> text)
    {
        if (!MayHave(role, text))
            return false;
        foreach (var language in _languages)
        {
            if (language.Code != "en" && language[role].OccursIn(text))
                return true;
        }

        return false;
    }

    /// <summary>The offset in lower-case <paramref name="text"/> after the first phrase of the role, or -1.</summary>
    public int After(PhraseRole role, ReadOnlySpan<char> text)
    {
        if (!MayHave(role, text))
            return -1;
        var first = -1;
        foreach (var language in _languages)
        {
            if (language[role].EndIn(text) is >= 0 and var end && (first < 0 || end < first))
                first = end;
        }

        return first;
    }

    /// <summary>Lower-case <paramref name="text"/> without the phrases of the role.</summary>
    public string Without(PhraseRole role, string text)
    {
        if (!MayHave(role, text))
            return text;
        foreach (var language in _languages)
            text = language[role].Without(text);
        return text;
    }

    private bool MayHave(PhraseRole role, ReadOnlySpan<char> text) =>
        _languages.Length <= Few || s_anyLanguage[(int)role].OccursIn(text);

    /// <inheritdoc/>
    public bool Equals(Lexicon? other) =>
        other is not null && HasUnknown == other.HasUnknown && _languages.AsSpan().SequenceEqual(other._languages.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Lexicon);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HasUnknown, _languages.Length);
}
