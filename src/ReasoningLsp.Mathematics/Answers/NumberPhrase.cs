using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Numbers in words: <c>one third</c>, <c>two and a half</c>, <c>one hundred and five</c>, <c>2.5 million</c>, <c>zwölf</c>,
/// <c>三分之一</c>.</summary>
public static class NumberPhrase
{
    private const int MostWords = 12, MostSpelled = 5;

    private static readonly FrozenDictionary<string, int> s_ones = Words(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        1);

    private static readonly FrozenDictionary<string, int> s_tens = Words("- ten twenty thirty forty fifty sixty seventy eighty ninety", 10);

    private static readonly FrozenDictionary<string, long> s_scales = new Dictionary<string, long>
    {
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
        ["dozen"] = 12,
        ["score"] = 20,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> s_parts = new Dictionary<string, int>
    {
        ["half"] = 2,
        ["halves"] = 2,
        ["third"] = 3,
        ["quarter"] = 4,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["sixth"] = 6,
        ["seventh"] = 7,
        ["eighth"] = 8,
        ["ninth"] = 9,
        ["tenth"] = 10,
        ["eleventh"] = 11,
        ["twelfth"] = 12,
        ["fifteenth"] = 15,
        ["sixteenth"] = 16,
        ["twentieth"] = 20,
        ["thirtieth"] = 30,
        ["hundredth"] = 100,
        ["thousandth"] = 1000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number that the first words of <paramref name="words"/> name, and how many they are; null where they name
    /// none.</summary>
    public static (Rational Value, int Count)? Prefix(ReadOnlySpan<string> words)
    {
        if (words.Length == 0)
            return null;
        if (words[0] is "minus" or "negative")
            return Prefix(words[1..]) is { } positive ? (-positive.Value, positive.Count + 1) : null;
        if (words.Length <= MostSpelled && ForeignNumbers.Spelled(string.Join(' ', words)) is { } spelled)
            return (spelled, words.Length);
        if (Fraction(words) is { } fraction)
            return fraction;
        if (Whole(words) is not { } whole)
            return Foreign(words[0]) is { } foreign ? (foreign, 1) : null;
        var (value, count) = whole;
        var rest = words[count..];
        if (rest is ["point", ..])
            return Decimals(rest[1..]) is { } decimals ? (value + decimals.Value, count + 1 + decimals.Count) : whole;
        if (rest is ["and", ..] && Fraction(rest[1..]) is { } part && part.Value < Rational.One)
            return (value + part.Value, count + 1 + part.Count);
        return whole;
    }

    /// <summary>The words of a text, lower case, hyphens as blanks; null where it has too many to be a number.</summary>
    public static string[]? Split(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords ? words : null;
    }

    /// <summary>Whether the word is a number of another language than English: what follows may be the rest of the number.</summary>
    public static bool IsForeign(string word) => Foreign(word) is not null && Small(word) is null && !s_tens.ContainsKey(word);

    /// <summary>Whether words that begin with a number of another language go on with more of it: "quatre-vingt-dix", "двадцать один",
    /// "vingt et un".</summary>
    public static bool GoesOn(ReadOnlySpan<string> words, int count) =>
        count < words.Length && IsForeign(words[0])
        && (IsPart(words[count]) || (count + 1 < words.Length && IsPart(words[count + 1])));

    /// <summary>A number of twenty with its ones behind it, "двадцать один"; null for any other.</summary>
    public static Rational? Units(ReadOnlySpan<string> words) =>
        words is [var tens, var ones] && Foreign(tens) is { } first && first == 20 && Foreign(ones) is { Sign: > 0 } second && second < 10
            ? first + second : null;

    private static bool IsPart(string word) =>
        Foreign(word) is not null || Multiples.Begins(word) || (word.EndsWith('s') && Foreign(word[..^1]) is not null);

    // "one third", "three quarters", "half", "a half", "1 half".
    private static (Rational Value, int Count)? Fraction(ReadOnlySpan<string> words)
    {
        if (words is ["half", ..])
            return (new Rational(1, 2), words is ["half", "of" or "a" or "an", ..] && words.Length > 1 ? 1 : 1);
        if (words.Length < 2 || words[0] is not ("a" or "one") && Small(words[0]) is null)
            return null;
        var above = words[0] is "a" ? 1 : Small(words[0])!.Value;
        if (!s_parts.TryGetValue(words[1], out var below) && !(words[1].EndsWith('s') && s_parts.TryGetValue(words[1][..^1], out below)))
            return null;
        return (new Rational(above, below), 2);
    }

    private static (Rational Value, int Count)? Decimals(ReadOnlySpan<string> words)
    {
        var value = Rational.Zero;
        var place = new Rational(1, 10);
        var count = 0;
        while (count < words.Length && s_ones.TryGetValue(words[count], out var digit) && digit < 10)
        {
            value += place * digit;
            place /= 10;
            count++;
        }

        return count > 0 ? (value, count) : null;
    }

    // "one hundred and five", "twelve hundred", "three million two thousand", "2.5 million", "two dozen", "a thousand".
    private static (Rational Value, int Count)? Whole(ReadOnlySpan<string> words)
    {
        var (total, current) = (Rational.Zero, Rational.Zero);
        var count = 0;
        var wordy = false;
        for (; count < words.Length; count++)
        {
            var word = words[count];
            var last = count > 0 ? words[count - 1] : "";
            if (count == 0 && word is "a" && words.Length > 1 && (words[1] == "hundred" || s_scales.ContainsKey(words[1])))
                current = Rational.One;
            else if (Small(word) is { } small
                && (count == 0 || last is "hundred" or "and" || s_scales.ContainsKey(last)
                    || (small < 10 && s_tens.ContainsKey(last) && last != "ten")))
                current += small;
            else if (s_tens.TryGetValue(word, out var ten) && (count == 0 || last is "hundred" or "and" || s_scales.ContainsKey(last)))
                current += ten;
            else if (count == 0 && word.Length < 30 && char.IsAsciiDigit(word[0]) && Rational.TryParseDecimal(word, out var digits))
                current = digits;
            else if (word == "hundred" && count > 0 && current < 100)
                current *= 100;
            else if (count > 0 && s_scales.TryGetValue(word, out var scale) || (count == 0 && word is "dozen" && (scale = 12) == 12))
                (total, current) = (total + ((count == 0 ? Rational.One : current) * scale), Rational.Zero);
            else if (word == "and" && (last == "hundred" || s_scales.ContainsKey(last)) && count + 1 < words.Length
                && (Small(words[count + 1]) is not null || s_tens.ContainsKey(words[count + 1])) && Fraction(words[(count + 1)..]) is null)
                continue;
            else
                break;
            wordy |= !char.IsAsciiDigit(word[0]);
        }

        return count > 0 && wordy ? (total + current, count) : null;
    }

    private static int? Small(string word) =>
        s_ones.TryGetValue(word, out var value) ? value : s_tens.TryGetValue(word, out value) && value == 10 ? value : null;

    private static Rational? Foreign(string word) => ForeignNumbers.Find(word);

    private static FrozenDictionary<string, int> Words(string words, int step) => words.Split(' ')
        .Select((word, index) => (word, index))
        .Where(pair => pair.word != "-")
        .ToFrozenDictionary(pair => pair.word, pair => pair.index * step, StringComparer.Ordinal);
}
