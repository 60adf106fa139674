using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads a number with its base: <c>204_8</c>, <c>204_{\text{eight}}</c>, <c>204 (base 8)</c>.</summary>
internal static class BasedReader
{
    private const int MostDigits = 200;

    private static readonly Regex s_based = new(
        @"^(?<digits>[0-9A-Fa-f]+)\s*(?:_\s*\{?\s*(?:\\text\{\s*)?(?<base>\d{1,2}|[a-z]+)\s*\}?\s*\}?|\(?(?:in |to )?base[ "
            + @"-](?<base>\d{1,2}|[a-z]+)\)?)$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly FrozenDictionary<string, int> s_names = new Dictionary<string, int>
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["sixteen"] = 16,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number; null where the text is none or has digits that its base lacks.</summary>
    public static Answer.Based? Read(string text)
    {
        if (s_based.Match(text) is not { Success: true } match || match.Groups["digits"].Value is not { Length: <= MostDigits } digits)
            return null;
        var name = match.Groups["base"].Value;
        if (!s_names.TryGetValue(name, out var radix) && !int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out radix))
            return null;
        if (radix is < 2 or > 16)
            return null;
        var value = Rational.Zero;
        foreach (var c in digits)
        {
            var digit = Convert.ToInt32(c.ToString(), 16);
            if (digit >= radix)
                return null;
            value = (value * radix) + digit;
        }

        var plain = Rational.TryParseDecimal(digits, out var shown) ? Number(shown) : null;
        return new Answer.Based(plain, Number(value), radix);
    }

    private static Answer.Value Number(Rational value) => new([new NumberLiteral(value)]);
}
