using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>Words that multiply the number before them: 2.5 million, 11 hundred, 3万, 12 Mio.</summary>
public static class Multiples
{
    private static readonly FrozenDictionary<string, Rational> s_words = LanguageFile.All
        .Where(language => language.Find("numbers") is { } numbers && numbers.TryGetProperty("multiples", out _))
        .SelectMany(language => language.Find("numbers")!.Value.GetProperty("multiples").EnumerateObject())
        .DistinctBy(word => word.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(word => word.Name, word => Rational.PowerOfTen(word.Value.GetInt32()), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<char> s_signs = [.. s_words.Keys.Where(word => word[0] >= '\u2E80').SelectMany(word => word)];

    /// <summary>The multiple that begins <paramref name="words"/>, one where none does, and what is left behind it.</summary>
    public static (Rational Multiple, string Remainder) Leading(string words)
    {
        var length = 0;
        while (length < words.Length && s_signs.Contains(words[length]))
            length++;
        if (length == 0)
        {
            while (length < words.Length && char.IsLetter(words[length]))
                length++;
        }

        if (length == 0 || !s_words.TryGetValue(words[..length], out var multiple))
            return (Rational.One, words);
        return (multiple, words[length..].TrimStart(' ', '.'));
    }

    /// <summary>Whether a text begins with such a word.</summary>
    public static bool Begins(string words) => Leading(words).Multiple != Rational.One;
}
