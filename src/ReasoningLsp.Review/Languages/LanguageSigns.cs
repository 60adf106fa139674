using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReasoningLsp.Review.Languages;

/// <summary>By what a text shows in which languages it is written.</summary>
/// <param name="Scripts">Codes of the languages whose scripts it uses.</param>
/// <param name="HasStrangeScript">Whether it has letters of a script that no known language uses.</param>
/// <param name="Counts">Of each language in Latin letters, how many of its everyday words.</param>
/// <param name="Words">How many words of three letters and more that are no commands of LaTeX.</param>
internal sealed record LanguageSigns(ImmutableSortedSet<string> Scripts, bool HasStrangeScript,
    ImmutableSortedDictionary<string, int> Counts, int Words)
{
    private const int FewestWords = 6;

    private static readonly FrozenDictionary<string, ImmutableArray<string>> s_common = LanguagePhrases.All
        .Where(language => language[PhraseRole.Common].IsLatin)
        .SelectMany(language => language[PhraseRole.Common].Words.Select(word => (Word: word, language.Code)))
        .GroupBy(pair => pair.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Code).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Signs of no text.</summary>
    public static LanguageSigns None { get; } = new([], false, ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), 0);

    /// <summary>The languages that the text may be written in by itself, English among them.</summary>
    public ImmutableArray<string> Languages => LanguageGuess.Of(this, null).Languages;

    /// <summary>Whether the text has a good many words and not one that is known.</summary>
    public bool AreStrange => Scripts.IsEmpty && Counts.IsEmpty && Words >= FewestWords;

    /// <summary>The signs of a text in lower case.</summary>
    public static LanguageSigns Of(string text)
    {
        var scripts = new SortedSet<string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var common = s_common.GetAlternateLookup<ReadOnlySpan<char>>();
        var isStrange = false;
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]))
            {
                isStrange |= text[at] >= '\u0370' && !LanguageScripts.Add(scripts, text[at]);
                continue;
            }

            var isCommand = at > 0 && text[at - 1] == '\\';
            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
            {
                isStrange |= text[at] >= '\u0370' && !LanguageScripts.Add(scripts, text[at]);
                at++;
            }

            if (isCommand)
                continue;
            words += at - start >= 3 ? 1 : 0;
            if (!common.TryGetValue(text.AsSpan(start, at - start), out var languages))
                continue;
            foreach (var language in languages)
                counts[language] = counts.GetValueOrDefault(language) + 1;
        }

        return new LanguageSigns([.. scripts], isStrange, counts.ToImmutableSortedDictionary(StringComparer.Ordinal), words);
    }

    /// <summary>The signs of both texts.</summary>
    public LanguageSigns Plus(LanguageSigns other) => new(
        Scripts.Union(other.Scripts),
        HasStrangeScript || other.HasStrangeScript,
        other.Counts.Aggregate(Counts, (counts, count) => counts.SetItem(count.Key, counts.GetValueOrDefault(count.Key) + count.Value)),
        Words + other.Words);
}
