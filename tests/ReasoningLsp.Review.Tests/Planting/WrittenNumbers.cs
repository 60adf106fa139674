using System.Numerics;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Tests.Planting;

/// <summary>Numbers as GSM8K writes them.</summary>
internal static partial class WrittenNumbers
{
    private static readonly string[] s_words =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    /// <summary>Every number in digits, with its place.</summary>
    public static IEnumerable<(int At, int Length, Rational Value)> In(string text)
    {
        foreach (Match match in Digits().Matches(text))
        {
            if (Rational.TryParseDecimal(match.Value.Replace(",", string.Empty, StringComparison.Ordinal), out var value))
                yield return (match.Index, match.Length, value);
        }
    }

    /// <summary>Every number a problem names, in digits or in words.</summary>
    public static HashSet<Rational> NamedIn(string problem)
    {
        var values = In(problem).Select(number => number.Value).ToHashSet();
        foreach (Match word in Words().Matches(problem.ToLowerInvariant()))
        {
            if (Array.IndexOf(s_words, word.Value) is var value and >= 0)
                values.Add(value);
        }

        return values;
    }

    /// <summary>The value in digits, grouped and with decimals as in the number it stands for; null where it does not come out
    /// even.</summary>
    public static string? Write(Rational value, string like)
    {
        var point = like.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : like.Length - point - 1;
        while (decimals < 3 && !(value * new Rational(BigInteger.Pow(10, decimals), 1)).IsInteger)
            decimals++;
        if (decimals == 3 || value.Sign <= 0)
            return null;
        var text = value.ToDecimalString(decimals);
        if (!like.Contains(',', StringComparison.Ordinal) || value < 1000)
            return text;
        var whole = BigInteger.Parse(text.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
        return whole.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) + text[text.Split('.')[0].Length..];
    }

    [GeneratedRegex(@"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d])|(?<![\d])\.\d+")]
    private static partial Regex Digits();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Words();
}
