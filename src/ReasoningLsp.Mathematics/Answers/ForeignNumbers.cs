using System.Collections.Frozen;
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
