using System.Collections.Frozen;
using System.Globalization;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Numbers in words of other languages: the small ones by name, Chinese and Japanese ones by their digits.</summary>
internal static class ForeignNumbers
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly FrozenDictionary<string, int> s_words = LanguageFile.All
        .SelectMany(language => language.Texts("numbers", "names").Select((Word, Value) => (Word, Value)))
        .Where(name => name.Word is not null)
        .DistinctBy(name => name.Word)
        .ToFrozenDictionary(name => name.Word!, name => name.Value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Rational> s_spelled = Spellings()
        .Select(entry => (Words: entry.Words.Replace('-', ' ').ToLowerInvariant(), entry.Value))
        .GroupBy(entry => entry.Words)
        .Where(entries => entries.Select(entry => entry.Value).Distinct().Count() == 1)
        .ToFrozenDictionary(entries => entries.Key, entries => entries.First().Value, StringComparer.Ordinal);

    /// <summary>The digit that a sign is, as text; none where it is no digit.</summary>
    public static string Digit(char sign) => char.IsAsciiDigit(sign) ? sign.ToString()
        : Digits.IndexOf(sign, StringComparison.Ordinal) is var digit and >= 0 ? digit.ToString(CultureInfo.InvariantCulture)
        : string.Empty;

    /// <summary>The number that all the words are together, beyond twenty or a fraction; null where they are none.</summary>
    /// <param name="words">In lower case, blanks for hyphens.</param>
    public static Rational? Spelled(string words) => s_spelled.TryGetValue(words, out var value) ? value : null;

    private static IEnumerable<(string Words, Rational Value)> Spellings() => LanguageFile.All.SelectMany(language =>
        language.Texts("numbers", "names").Select((words, i) => (words, (Rational)i))
        .Where(name => name.words?.Contains('-') == true)
        .Concat(language.Texts("numbers", "beyond").Select((words, i) => (words, (Rational)(i + 21))))
        .Concat(language.Texts("numbers", "fractions").Select(entry => entry!.Split(" = "))
            .Select(sides => ((string?)sides[0], Fraction(sides[1]))))
        .Select(entry => (entry.Item1!, entry.Item2)));

    private static Rational Fraction(string text) => text.Split('/') is [var above, var below]
        ? new Rational(int.Parse(above, CultureInfo.InvariantCulture), int.Parse(below, CultureInfo.InvariantCulture)) : Rational.Zero;

    /// <summary>The number that a word is in some language; null where it is none.</summary>
    public static Rational? Find(string word)
    {
        if (s_words.TryGetValue(word, out var value))
            return value;
        var cut = word.IndexOf("分之", StringComparison.Ordinal);
        if (cut > 0)
            return Chinese(word[..cut]) is { Sign: > 0 } below && Chinese(word[(cut + 2)..]) is { } above ? above / below : null;
        return Chinese(word);
    }

    // 二十五, 一百零五, 三千二百, 两万.
    private static Rational? Chinese(string text)
    {
        if (text.Length is 0 or > 12)
            return null;
        long total = 0, section = 0, digit = 0;
        foreach (var c in text)
        {
            if ((c is '两' ? 2 : c is '〇' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal)) is var value and >= 0)
            {
                digit = value;
                continue;
            }

            var scale = c switch { '十' => 10, '百' => 100, '千' => 1000, '万' or '萬' => 10_000, '亿' or '億' => 100_000_000, _ => 0 };
            if (scale == 0)
                return null;
            if (scale < 10_000)
                section += (digit == 0 ? 1 : digit) * scale;
            else
                (total, section) = (total + ((section + digit) * scale), 0);
            digit = 0;
        }

        return total + section + digit;
    }
}
