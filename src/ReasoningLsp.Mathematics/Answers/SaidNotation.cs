using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Writes what a short answer says in words or by the custom of a country in signs: <c>5 squared</c>, tenths,
/// <c>7 (seven)</c>, <c>P(1|2)</c>, <c>{"answer": 7}</c>.</summary>
internal static partial class SaidNotation
{
    private const int Longest = 60;

    private static readonly ImmutableArray<(Regex Pattern, string Sign)> s_powers =
    [
        (Behind("squared"), "^2"), (Behind("cubed"), "^3"),
    ];

    private static readonly LinearRegex s_tenths = new(@"^(?<digits>\S{1,2}|[0-9]\.[0-9])\s?"
        + WordPattern.Bare(LanguageFile.AllTexts("numbers", "tenths")) + "$");

    private static readonly LinearRegex s_option = new(
        $@"^(?i:{WordPattern.Bare(LanguageFile.AllTexts("notation", "option").Where(WordPattern.IsSpaced))})"
            + @"\s+\(?(?<number>[0-9]{1,2})\)?$");

    /// <summary>The same answer in signs; as it was where it says nothing of the kind or is long.</summary>
    public static string Of(string text)
    {
        var said = text.Trim();
        if (said.Length is 0 or > Longest)
            return text;
        if (s_json.Match(said) is { Success: true } json)
            return json.Groups["value"].Value.Trim();
        if (Tenths(said) is { } percent)
            return percent;
        if (s_twice.Match(said) is { Success: true } twice && NumberPhrase.Split(twice.Groups["words"].Value) is { } words
            && NumberPhrase.Prefix(words) is var (value, count) && count == words.Length
            && Numbers.Rational.TryParseDecimal(twice.Groups["number"].Value, out var number) && number == value)
            return twice.Groups["number"].Value;
        if (s_point.Match(said) is { Success: true } point)
            return $"({string.Join(", ", point.Groups["point"].Value.Split('|').Select(part => part.Trim()))})";
        if (s_option.Match(said) is { Success: true } option)
            return option.Groups["number"].Value;
        if (s_emptySet.IsMatch(said))
            return said[..(said.LastIndexOf('{') is var brace && said[brace - (brace > 0 ? 1 : 0)] == '\\' ? brace - 1 : brace)] + "∅";
        foreach (var (pattern, sign) in s_powers)
            said = pattern.Replace(said, "${before}" + sign);
        return said.Length == text.Trim().Length ? text : said;
    }

    // Eight tenths of the price; two digits are hundredths.
    private static string? Tenths(string said)
    {
        if (s_tenths.Match(said) is not { Success: true } match)
            return null;
        var written = match.Groups["digits"].Value.Replace(".", string.Empty, StringComparison.Ordinal);
        var digits = string.Concat(written.Select(ForeignNumbers.Digit));
        return digits.Length != written.Length ? null : digits.Length == 1 ? digits + "0%" : digits + "%";
    }

    private static Regex Behind(string key) => new(
        $@"(?<before>[0-9a-zA-Z)}}])\s*{WordPattern.AnyOf(LanguageFile.AllTexts("notation", key))}");

    private static readonly LinearRegex s_json = new(
        """^\{\s*"[a-z_ ]{1,20}"\s*:\s*"?(?<value>[^"{}]{1,40})"?\s*\}$""", RegexOptions.IgnoreCase);

    private static readonly LinearRegex s_twice = new(@"^(?<number>-?[0-9]+(?:\.[0-9]+)?)\s*\((?<words>[\p{L}][\p{L}\p{M}\s-]*)\)$");

    // A point as German books write it.
    private static readonly LinearRegex s_point = new(
        @"^[A-Z]\s?\(\s*(?<point>-?[0-9]+(?:[.,/][0-9]+)?(?:\s*\|\s*-?[0-9]+(?:[.,/][0-9]+)?){1,2})\s*\)$");

    private static readonly LinearRegex s_emptySet = new(@"^(?:[A-Z]\s*=\s*)?\\?\{\s*\\?\}$");
}
