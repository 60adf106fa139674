using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReasoningLsp.Review.Languages;

/// <summary>By what a text shows in which languages it is written.</summary>
/// <param name="Scripts">Codes of the languages whose scripts it uses.</param>
/// <param name="HasStrangeScript">Whether it has letters of a script that no known language uses.</param>
/// <param name="Counts">How many everyday words it has of each of <see cref="LanguagePhrases.All"/> that is written in Latin letters;
/// empty where it has none.</param>
/// <param name="Words">How many words of three letters and more that are no commands of LaTeX.</param>
internal sealed record LanguageSigns(ImmutableSortedSet<string> Scripts, bool HasStrangeScript, ImmutableArray<int> Counts, int Words)
{
    private const int FewestWords = 6;

    private static readonly FrozenDictionary<string, ImmutableArray<int>> s_common = LanguagePhrases.All
        .Select((language, index) => (Common: language[PhraseRole.Common], Index: index))
        .Where(language => language.Common.IsLatin)
        .SelectMany(language => language.Common.Words.Select(word => (Word: word, language.Index)))
        .GroupBy(pair => pair.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Index).ToImmutableArray(), StringComparer.Ordinal);

    private static readonly ImmutableSortedSet<string> s_noScripts = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Signs of no text.</summary>
    public static LanguageSigns None { get; } = new(s_noScripts, false, [], 0);

    /// <summary>The languages that the text may be written in by itself, English among them.</summary>
    public ImmutableArray<string> Languages => LanguageGuess.Of(this, null).Languages;

    /// <summary>Whether the text has a good many words and not one that is known.</summary>
    public bool AreStrange => Scripts.IsEmpty && Counts.IsEmpty && Words >= FewestWords;

    /// <summary>The signs of a text in lower case.</summary>
    public static LanguageSigns Of(string text)
    {
        SortedSet<string>? scripts = null;
        int[]? counts = null;
        var common = s_common.GetAlternateLookup<ReadOnlySpan<char>>();
        var isStrange = false;
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]))
            {
                isStrange |= IsStrange(text[at], ref scripts);
                continue;
            }

            var isCommand = at > 0 && text[at - 1] == '\\';
            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
            {
                isStrange |= IsStrange(text[at], ref scripts);
                at++;
            }

            if (isCommand)
                continue;
            words += at - start >= 3 ? 1 : 0;
            if (!common.TryGetValue(text.AsSpan(start, at - start), out var languages))
                continue;
            counts ??= new int[LanguagePhrases.All.Length];
            foreach (var language in languages)
                counts[language]++;
        }

        return new LanguageSigns(scripts is null ? s_noScripts : [.. scripts], isStrange,
            counts is null ? [] : ImmutableCollectionsMarshal.AsImmutableArray(counts), words);
    }

    /// <summary>The signs of all <paramref name="texts"/> together.</summary>
    public static LanguageSigns Sum(IEnumerable<LanguageSigns> texts)
    {
        var scripts = s_noScripts;
        int[]? counts = null;
        var (isStrange, words) = (false, 0);
        foreach (var text in texts)
        {
            scripts = text.Scripts.IsEmpty ? scripts : scripts.Union(text.Scripts);
            isStrange |= text.HasStrangeScript;
            words += text.Words;
            if (text.Counts.IsEmpty)
                continue;
            counts ??= new int[text.Counts.Length];
            for (var language = 0; language < counts.Length; language++)
                counts[language] += text.Counts[language];
        }

        return new LanguageSigns(scripts, isStrange, counts is null ? [] : ImmutableCollectionsMarshal.AsImmutableArray(counts), words);
    }

    private static bool IsStrange(char unit, ref SortedSet<string>? scripts) =>
        unit >= '\u0370' && !LanguageScripts.Add(scripts ??= new SortedSet<string>(StringComparer.Ordinal), unit);
}
