using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Words beside a value that turn or bound it: "15% increase" is no "15% decrease", "more than 12" no "12".</summary>
internal static class OpposedWords
{
    private const int LongestAnswer = 60;

    private static readonly ImmutableArray<(LinearRegex One, LinearRegex Other)> s_pairs =
    [
        .. LanguageFile.AllTexts("answers", "opposed").Select(entry => entry.Split(", "))
            .Select(sides => (Words(sides[0]), Words(sides[1]))),
    ];

    private static readonly LinearRegex s_bound =
        new($@"(?<bound>{WordPattern.AnyOf(LanguageFile.AllTexts("answers", "bounds"))})\s*[$€£₹¥]?\s*[-−]?\d", RegexOptions.IgnoreCase);

    /// <summary>Whether two answers of one value may differ by what such words say; only short ones, which are nothing but the
    /// answer.</summary>
    public static bool MayDiffer(string gold, string pred)
    {
        if (gold.Length > LongestAnswer || pred.Length > LongestAnswer)
            return false;
        foreach (var (one, other) in s_pairs)
        {
            var (a, b) = (Side(one, other, gold), Side(one, other, pred));
            if (a * b < 0)
                return true;
        }

        return !string.Equals(Bound(gold), Bound(pred), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The answers without signs where one of them says by such a word what the other says by a minus: "a loss of $20" and "-$20";
    /// null where they do not.</summary>
    public static (string Gold, string Pred)? MayBeSign(string gold, string pred)
    {
        if (gold.Length > LongestAnswer || pred.Length > LongestAnswer)
            return null;
        var (a, b) = (IsTurned(gold), IsTurned(pred));
        var (isNegative, isNegativeToo) = (gold.AsSpan().ContainsAny('-', '−'), pred.AsSpan().ContainsAny('-', '−'));
        return a != b && isNegative != isNegativeToo && a != isNegative ? (Unsigned(gold), Unsigned(pred)) : null;
    }

    private static bool IsTurned(string text) => s_pairs.Any(pair => pair.One.IsMatch(text) || pair.Other.IsMatch(text));

    private static string Unsigned(string text) =>
        text.Replace("-", string.Empty, StringComparison.Ordinal).Replace("−", string.Empty, StringComparison.Ordinal);

    // 1 and -1 for the one and the other, 0 for neither or both.
    private static int Side(LinearRegex one, LinearRegex other, string text) => (one.IsMatch(text) ? 1 : 0) - (other.IsMatch(text) ? 1 : 0);

    private static string Bound(string text) => s_bound.Match(text) is { Success: true } match ? match.Groups["bound"].Value : string.Empty;

    private static LinearRegex Words(string alternatives) => new(WordPattern.AnyOf(alternatives.Split('|')), RegexOptions.IgnoreCase);
}
