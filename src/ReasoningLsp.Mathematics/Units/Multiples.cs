using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>Words that multiply the number before them: 2.5 million, 11 hundred, 3万, 12 Mio.</summary>
public static class Multiples
{
    private static readonly FrozenDictionary<string, Rational> s_words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 2,
        ["hundreds"] = 2,
        ["thousand"] = 3,
        ["thousands"] = 3,
        ["million"] = 6,
        ["millions"] = 6,
        ["mn"] = 6,
        ["billion"] = 9,
        ["billions"] = 9,
        ["bn"] = 9,
        ["trillion"] = 12,
        ["trillions"] = 12,
        ["lakh"] = 5,
        ["lakhs"] = 5,
        ["crore"] = 7,
        ["crores"] = 7,
        ["Tsd"] = 3,
        ["Tausend"] = 3,
        ["Hundert"] = 2,
        ["Mio"] = 6,
        ["Millionen"] = 6,
        ["Mrd"] = 9,
        ["Milliarde"] = 9,
        ["Milliarden"] = 9,
        ["mille"] = 3,
        ["milliard"] = 9,
        ["milliards"] = 9,
        ["mil"] = 3,
        ["millón"] = 6,
        ["millones"] = 6,
        ["mila"] = 3,
        ["milione"] = 6,
        ["milioni"] = 6,
        ["miliardi"] = 9,
        ["milhão"] = 6,
        ["milhões"] = 6,
        ["bilhões"] = 9,
        ["duizend"] = 3,
        ["miljoen"] = 6,
        ["miljard"] = 9,
        ["tys"] = 3,
        ["mln"] = 6,
        ["mld"] = 9,
        ["tysiąc"] = 3,
        ["tysiące"] = 3,
        ["tysięcy"] = 3,
        ["milion"] = 6,
        ["miliony"] = 6,
        ["milionów"] = 6,
        ["тыс"] = 3,
        ["тысяч"] = 3,
        ["тысячи"] = 3,
        ["тысяча"] = 3,
        ["млн"] = 6,
        ["миллион"] = 6,
        ["миллиона"] = 6,
        ["миллионов"] = 6,
        ["млрд"] = 9,
        ["тис"] = 3,
        ["тисяч"] = 3,
        ["мільйон"] = 6,
        ["мільйонів"] = 6,
        ["bin"] = 3,
        ["milyon"] = 6,
        ["milyar"] = 9,
        ["nghìn"] = 3,
        ["ngàn"] = 3,
        ["triệu"] = 6,
        ["tỷ"] = 9,
        ["हज़ार"] = 3,
        ["हजार"] = 3,
        ["लाख"] = 5,
        ["करोड़"] = 7,
        ["ألف"] = 3,
        ["آلاف"] = 3,
        ["مليون"] = 6,
        ["十"] = 1,
        ["百"] = 2,
        ["千"] = 3,
        ["万"] = 4,
        ["萬"] = 4,
        ["百万"] = 6,
        ["千万"] = 7,
        ["亿"] = 8,
        ["億"] = 8,
        ["만"] = 4,
        ["천"] = 3,
        ["백"] = 2,
        ["억"] = 8,
        ["兆"] = 12,
    }.ToFrozenDictionary(pair => pair.Key, pair => Rational.PowerOfTen(pair.Value), StringComparer.OrdinalIgnoreCase);

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
