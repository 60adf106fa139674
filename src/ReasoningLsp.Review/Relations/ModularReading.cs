using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>"Working modulo 7, 3^6 = 1": an equality between whole numbers that holds as a congruence.</summary>
internal static partial class ModularReading
{
    private static readonly PhraseSet s_words = new("mod", "modulo", "\\pmod", "\\bmod", "congruen*", "residue*", "\\equiv", "≡");

    private static readonly PhraseSet s_lastDigits = new("last digit*", "last two digits", "units digit*", "unit digit*", "unit's digit*",
        "units' digit*", "final digit*", "digit of", "ones digit*");

    /// <summary>Whether a false equality may be meant modulo a number that the problem or the step names.</summary>
    public static bool May(Judgment judgment, string step, ProblemTraits traits)
    {
        if (judgment.Left?.Exact is not { IsInteger: true } a || judgment.Right?.Exact is not { IsInteger: true } b)
            return false;
        var text = step.ToLowerInvariant();
        // "10 + 5 = 3" on a clock.
        if (traits.ReadsClock && ((a.Numerator - b.Numerator) % 12).IsZero && a.Numerator <= 48 && b.Numerator.Sign >= 0)
            return true;
        var difference = BigInteger.Abs(a.Numerator - b.Numerator);
        if (s_lastDigits.OccursIn(text) && (difference % 10).IsZero)
            return true;
        return s_words.OccursIn(text) && Moduli(text).Concat(Moduli(traits.Numbers)).Any(modulus => (difference % modulus).IsZero);
    }

    private static IEnumerable<BigInteger> Moduli(string text) =>
        Whole().Matches(text).Select(match => match.Value.Aggregate(BigInteger.Zero,
            (number, digit) => (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(digit)))
        .Where(number => number > BigInteger.One);

    [GeneratedRegex(@"\d{1,12}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
