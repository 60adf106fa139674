using System.Collections.Immutable;

namespace ReasoningLsp.Review.Languages;

/// <summary>Tells by scripts and by the words that are everywhere in which languages a text may be written.</summary>
internal static class LanguageGuess
{
    private const int FewestWords = 5;

    private static readonly ImmutableArray<LanguagePhrases> s_latin = [.. LanguagePhrases.All.Where(language => language[PhraseRole.Common].IsLatin)];

    /// <summary>The languages of lower-case <paramref name="text"/>, English among them, in order; and whether there are words of none.</summary>
    /// <param name="text">A trace in lower case.</param>
    /// <param name="declared">The language that the trace declares, or null.</param>
    public static (ImmutableArray<string> Languages, bool HasUnknown) Of(string text, string? declared)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal) { "en" };
        var hasUnknown = false;
        if (declared?.Split('-', '_')[0].ToLowerInvariant() is { Length: > 0 } code)
        {
            if (LanguagePhrases.All.Any(language => language.Code == code))
                found.Add(code);
            else
                hasUnknown = true;
        }

        foreach (var unit in text)
        {
            if (unit >= '\u0370' && char.IsLetter(unit))
                hasUnknown |= !AddScript(found, unit);
        }

        var counts = s_latin.Select(language => (language.Code, Count: language[PhraseRole.Common].CountIn(text))).ToList();
        var most = counts.Max(count => count.Count);
        foreach (var (language, count) in counts)
        {
            if (count > 1 && count * 2 >= most)
                found.Add(language);
        }

        return ([.. found], hasUnknown || (most <= 1 && found.Count == 1 && Words(text) >= FewestWords));
    }

    private static bool AddScript(SortedSet<string> found, char unit)
    {
        switch (unit)
        {
            case <= '\u03ff':
                return true;
            case <= '\u052f':
                found.Add("ru");
                found.Add("uk");
                return true;
            case >= '\u0600' and <= '\u06ff':
                found.Add("ar");
                return true;
            case >= '\u0900' and <= '\u097f':
                found.Add("hi");
                return true;
            case (>= '\u1100' and <= '\u11ff') or (>= '\u3130' and <= '\u318f') or (>= '\uac00' and <= '\ud7af'):
                found.Add("ko");
                return true;
            case >= '\u3040' and <= '\u30ff':
                found.Add("ja");
                return true;
            case (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff'):
                found.Add("zh");
                found.Add("ja");
                return true;
            // Latin with marks, letters as signs, and full-width letters.
            case (>= '\u1d00' and <= '\u218f') or (>= '\ufb00' and <= '\ufb06') or >= '\uff00':
                return true;
            default:
                return char.IsSurrogate(unit);
        }
    }

    // Words of three letters and more that are no commands of LaTeX.
    private static int Words(string text)
    {
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]))
                continue;
            var isCommand = at > 0 && text[at - 1] == '\\';
            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
                at++;
            if (!isCommand && at - start >= 3)
                words++;
        }

        return words;
    }
}
