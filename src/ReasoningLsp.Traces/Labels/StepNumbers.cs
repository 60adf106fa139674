using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Traces.Labels;

/// <summary>The numbers of labels: digits of every script, and the words for the first ten in the languages that are read.</summary>
internal static class StepNumbers
{
    private const string Section = "labels";

    // What "1st", "2ème", "3-й" and "1º" put behind the digits.
    private const int LongestOrdinalMark = 4;

    private static readonly FrozenDictionary<char, (string Word, int Number)[]> Spelled =
        LanguageFile.All.SelectMany(language => Counted(language, "ordinals").Concat(Counted(language, "cardinals")))
            .Distinct()
            .GroupBy(entry => char.ToLowerInvariant(entry.Word[0]))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Word.Length).ToArray());

    private static readonly ImmutableArray<(string Before, string After)> Patterns =
    [
        .. LanguageFile.AllTexts(Section, "numberedStep").Select(pattern => pattern.Split("{n}", 2)).Select(parts => (parts[0], parts[1])),
    ];

    /// <summary>"第3步", "3. Schritt", "First step", "2-й шаг" at the start of <paramref name="line"/>: the number and where it ends, or
    /// null.</summary>
    public static (int Number, int End)? NumberedStep(ReadOnlySpan<char> line, int at)
    {
        if (at >= line.Length)
            return null;
        // In most languages the number is first, and most lines begin with none.
        var first = Any(line, at);
        foreach (var (before, after) in Patterns)
        {
            if (before.Length == 0 && first is null)
                continue;
            if (!line[at..].StartsWith(before, StringComparison.OrdinalIgnoreCase)
                || (before.Length == 0 ? first : Any(line, at + before.Length)) is not { } number)
                continue;
            if (WordAfter(line, number.End, after) is { } end)
                return (number.Number, end);
        }

        return null;
    }

    // Where a blank stands before the word, an ordinal mark may stand before the blank.
    private static int? WordAfter(ReadOnlySpan<char> line, int at, string word)
    {
        var isApart = word[0] == ' ';
        var last = Math.Min(line.Length - 1, isApart ? at + LongestOrdinalMark : at);
        for (; at <= last; at++)
        {
            var start = isApart ? SkipBlanks(line, at) : at;
            if ((!isApart || start > at) && LabelWords.StartsWith(line[start..], word.TrimStart()))
                return start + word.TrimStart().Length;
            if (start > at)
                return null;
        }

        return null;
    }

    /// <summary>The number in digits or as a word at <paramref name="at"/>, or null.</summary>
    public static (int Number, int End)? Any(ReadOnlySpan<char> line, int at) => Digits(line, at) ?? Word(line, at);

    /// <summary>At most nine digits of any script; null where there is none.</summary>
    public static (int Number, int End)? Digits(ReadOnlySpan<char> line, int at)
    {
        int end = at, value = 0;
        for (; end < line.Length && end - at < 9 && CharUnicodeInfo.GetDecimalDigitValue(line[end]) is >= 0 and var digit; end++)
            value = (value * 10) + digit;
        return end == at ? null : (value, end);
    }

    private static (int Number, int End)? Word(ReadOnlySpan<char> line, int at)
    {
        if (at >= line.Length || !Spelled.TryGetValue(char.ToLowerInvariant(line[at]), out var words))
            return null;
        foreach (var (word, number) in words)
            if (LabelWords.StartsWith(line[at..], word))
                return (number, at + word.Length);
        return null;
    }

    private static int SkipBlanks(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\u00a0' or '\u202f')
            at++;
        return at;
    }

    private static IEnumerable<(string Word, int Number)> Counted(LanguageFile language, string key) =>
        language.Texts(Section, key).Select((word, index) => (word, index + 1));
}
