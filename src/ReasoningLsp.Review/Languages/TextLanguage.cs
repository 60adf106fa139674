using System.Text.RegularExpressions;

namespace ReasoningLsp.Review.Languages;

/// <summary>The one language in which a text is written, where its letters and words leave no doubt.</summary>
public static partial class TextLanguage
{
    // Two words may be a name or a quotation.
    private const int Fewest = 3;

    private const int FewestHan = 5;

    private static readonly char[] s_between = [.. " \n\t.,:;?!()$\"'*\u2019\u0964"];

    // Whose each word is that stands in the phrases of a file.
    private static readonly ILookup<string, string> s_owners = LanguagePhrases.All
        .SelectMany(language => Enum.GetValues<PhraseRole>().SelectMany(role => language[role].Words).SelectMany(AnyWords)
            .Where(word => word.Length > 1).Distinct(StringComparer.Ordinal).Select(word => (Word: word, language.Code)))
        .ToLookup(pair => pair.Word, pair => pair.Code, StringComparer.Ordinal);

    /// <summary>Its code, or null in doubt.</summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lower = text.ToLowerInvariant();
        var scripts = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        // Names and commands of formulas are Latin in every language.
        var letters = LatinWord().Matches(lower).Sum(word => word.Length);
        var strange = 0;
        foreach (var unit in lower.Where(unit => unit >= '\u0370' && char.IsLetter(unit)))
        {
            letters++;
            found.Clear();
            strange += LanguageScripts.Add(found, unit) ? 0 : 1;
            foreach (var code in found)
                scripts[code] = scripts.GetValueOrDefault(code) + 1;
        }

        var most = scripts.Values.DefaultIfEmpty().Max();
        if (strange > most && strange * 3 > letters)
            return null;
        return most * 3 > letters ? OfScript(lower, scripts, most)
            : OfWords(lower, LanguagePhrases.All.Where(language => language[PhraseRole.Common].IsLatin));
    }

    private static string? OfScript(string text, Dictionary<string, int> scripts, int most)
    {
        // Kana tell Japanese from Chinese; a few may be quoted.
        if (scripts.TryGetValue("ja", out var japanese) && japanese == most)
        {
            var han = scripts.GetValueOrDefault("zh");
            return japanese - han > japanese / 10 ? "ja" : japanese == han && han >= FewestHan ? "zh" : null;
        }

        var codes = scripts.Where(script => script.Value * 2 > most).Select(script => script.Key).ToList();
        // Other languages are written in the letters of the rest too.
        return codes is ["ko"] ? "ko" : OfWords(text, LanguagePhrases.All.Where(language => codes.Contains(language.Code)));
    }

    // By words that only one of them has.
    private static string? OfWords(string text, IEnumerable<LanguagePhrases> languages)
    {
        var codes = languages.Select(language => language.Code).ToHashSet(StringComparer.Ordinal);
        var counts = AnyWords(text).Select(word => s_owners[word].Where(codes.Contains).ToList()).Where(own => own.Count == 1)
            .CountBy(own => own[0], StringComparer.Ordinal).OrderByDescending(each => each.Value).Take(2).ToList();
        return counts.Count > 0 && counts[0].Value >= Fewest && (counts.Count == 1 || counts[1].Value * 2 <= counts[0].Value)
            ? counts[0].Key : null;
    }

    private static IEnumerable<string> AnyWords(string text) =>
        text.Split(s_between, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"(?<![\\\p{L}])[a-z\u00df-\u024f]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex LatinWord();
}
