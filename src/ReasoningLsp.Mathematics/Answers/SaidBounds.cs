using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads answers that bound a value in words or by a sign: <c>more than 12</c>, <c>x is at least 5</c>, <c>≥ 5</c>,
/// <c>12 or more</c>.</summary>
internal static partial class SaidBounds
{
    private const int Longest = 60;

    private const string Number = @"(?<value>[-−]?[$€£]?[0-9][0-9.,/]*(?:\s*(?:%|[\p{L}°²³]{1,12}))?)";

    private static readonly ImmutableArray<(LinearRegex Pattern, char Sign)> s_words =
    [
        .. Patterns("atLeast", '≥'), .. Patterns("atMost", '≤'), .. Patterns("greater", '>'), .. Patterns("less", '<'),
    ];

    private static readonly LinearRegex s_copula = new(
        $@"^(?<name>\p{{L}})\s+(?:{WordPattern.Bare(LanguageFile.AllTexts("notation", "copula"))}\s+)?(?<rest>\S.*)$",
        RegexOptions.IgnoreCase);

    /// <summary>What is bounded, how and by what; null where the text is no bound.</summary>
    public static (string Name, char Sign, string Value, bool IsSaid)? Read(string text)
    {
        text = AnswerNotation.Normalise(text.Trim().TrimEnd('.', '。')).Trim();
        if (text.Length is 0 or > Longest)
            return null;
        if (s_signed.Match(text) is { Success: true } signed)
            return (signed.Groups["name"].Value, signed.Groups["sign"].Value[0], signed.Groups["value"].Value.Trim(), false);
        if (Said(text) is var (sign, value))
            return (string.Empty, sign, value, true);
        return s_copula.Match(text) is { Success: true } named && Said(named.Groups["rest"].Value) is var (its, bound)
            ? (named.Groups["name"].Value, its, bound, true) : null;
    }

    private static (char Sign, string Value)? Said(string text)
    {
        foreach (var (pattern, sign) in s_words)
            if (pattern.Match(text) is { Success: true } match)
                return (sign, match.Groups["value"].Value.Trim());
        return null;
    }

    private static IEnumerable<(LinearRegex, char)> Patterns(string key, char sign) => LanguageFile.AllTexts("answers", key)
        .Select(phrase => (new LinearRegex($"^{string.Join(Number, phrase.Split("{n}").Select(Escaped))}$",
            RegexOptions.IgnoreCase), sign));

    private static string Escaped(string part) => Regex.Escape(part).Replace(@"\ ", @"\s+", StringComparison.Ordinal);

    private static readonly LinearRegex s_signed = new(@"^(?<name>\p{L})?\s*(?<sign>[<>≤≥])\s*(?<value>[^<>≤≥=,]+)$");
}
