using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads a number with its base: <c>204_8</c>, <c>204_{\text{eight}}</c>, <c>204 (base 8)</c>,
/// <c>0xFF</c>.</summary>
internal static class BasedReader
{
    private const int MostDigits = 200;

    private static readonly LinearRegex s_based = new(
        @"^(?:(?<digits>[0-9A-Fa-f]+)|\((?<digits>[0-9A-Fa-f]+)\))\s*(?:_\s*\{?\s*(?:\\text\{\s*)?(?<base>\d{1,2}|[a-z]+)\s*\}?\s*\}?"
            + @"|\(?(?:in |to )?base[ "
            + @"-](?<base>\d{1,2}|[a-z]+)\)?)$");

    // 0xFF, 0b101, 0o17
    private static readonly LinearRegex s_prefixed = new(@"^0(?<kind>[xXbBoO])(?<digits>[0-9A-Fa-f]{1,200})$");

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
        if (s_prefixed.Match(text) is { Success: true } prefixed)
            return Prefixed(prefixed.Groups["kind"].Value[0], prefixed.Groups["digits"].Value);
        if (s_based.Match(text) is not { Success: true } match || match.Groups["digits"].Value is not { Length: <= MostDigits } digits)
            return null;
        var name = match.Groups["base"].Value;
        if (!s_names.TryGetValue(name, out var radix) && !int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out radix))
            return null;
        if (radix is < 2 or > 16 || ValueOf(digits, radix) is not { } value)
            return null;
        var plain = Rational.TryParseDecimal(digits, out var shown) ? Number(shown) : null;
        return new Answer.Based(plain, Number(value), radix);
    }

    // The base stands before the digits as programs write it, so the digits alone are no way to write the number.
    private static Answer.Based? Prefixed(char kind, string digits)
    {
        var radix = char.ToLowerInvariant(kind) switch { 'x' => 16, 'o' => 8, _ => 2 };
        return ValueOf(digits, radix) is { } value ? new Answer.Based(null, Number(value), radix) : null;
    }

    // Null where the base lacks one of the digits.
    private static Rational? ValueOf(string digits, int radix)
    {
        var value = Rational.Zero;
        foreach (var c in digits)
        {
            var digit = Convert.ToInt32(c.ToString(), 16);
            if (digit >= radix)
                return null;
            value = (value * radix) + digit;
        }

        return value;
    }

    private static Answer.Value Number(Rational value) => new([new NumberLiteral(value)]);
}
