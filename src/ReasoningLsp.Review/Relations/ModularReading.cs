using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>"Working modulo 7, 3^6 = 1": an equality between whole numbers that holds as a congruence.</summary>
internal static partial class ModularReading
{
    private static readonly PhraseSet s_words = new("mod", "modulo", "\\pmod", "\\bmod", "congruen*", "residue*", "\\equiv", "≡");

    private static readonly PhraseSet s_lastDigits = new("last digit*", "last two digits", "units digit*", "unit digit*", "unit's digit*",
        "units' digit*", "final digit*", "digit of", "ones digit*");

    /// <summary>Whether a false equality may be meant modulo a number that the problem or the step names.</summary>
    public static bool May(Judgment judgment, Expression left, string step, ProblemTraits traits)
    {
        if (judgment.Left?.Exact is not { } a || judgment.Right?.Exact is not { } b)
            return false;
        // "22 mod 37 = 44" names its modulus.
        if (left is Call { Operation: Operation.Mod, Arguments: [_, NumberLiteral { Value: { IsInteger: true, IsZero: false } named }] })
            return ((a - b) / named).IsInteger;
        var text = step.ToLowerInvariant();
        // "5⁻¹ = 3" modulo 7: what the fraction is multiplied by has an inverse.
        if (!a.IsInteger || !b.IsInteger)
            return Named(text, traits).Any(modulus => IsCongruent(a, b, modulus));
        // "10 + 5 = 3" on a clock.
        if ((traits.ReadsClock || ProblemTraits.SpeaksOfClock(text))
            && ((a.Numerator - b.Numerator) % 12).IsZero && a.Numerator <= 48 && b.Numerator.Sign >= 0)
            return true;
        var difference = BigInteger.Abs(a.Numerator - b.Numerator);
        if (s_lastDigits.OccursIn(text) && (difference % 10).IsZero)
            return true;
        return Named(text, traits).Any(modulus => (difference % modulus).IsZero);
    }

    /// <summary>Whether lower-case <paramref name="text"/> names residues.</summary>
    public static bool IsModular(string text) => s_words.OccursIn(text) || s_residueRing.IsMatch(text);

    // Where the step speaks of a modulus any number near may be it; where only the problem does, one of the problem's.
    private static IEnumerable<BigInteger> Named(string text, ProblemTraits traits) => Moduli(traits.Moduli).Concat(
        Beside(text) is { } beside ? beside
        : IsModular(text) ? Moduli(text).Concat(Moduli(traits.Numbers)) : traits.NamesModulus ? Moduli(traits.Numbers) : []);

    // "12 is congruent to 1 modulo 11": where each of its words has its number beside it, no other number is a modulus.
    private static List<BigInteger>? Beside(string text)
    {
        var words = ModulusWord().Matches(text);
        if (words.Count == 0 || s_residueRing.IsMatch(text))
            return null;
        var named = words.Select(word => word.Groups["modulus"].Value).ToList();
        return named.Contains(string.Empty) ? null : [.. named.SelectMany(Moduli)];
    }

    private static bool IsCongruent(Rational a, Rational b, BigInteger modulus) =>
        BigInteger.GreatestCommonDivisor(a.Denominator * b.Denominator, modulus).IsOne
        && (((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator)) % modulus).IsZero;

    private static IEnumerable<BigInteger> Moduli(string text) =>
        s_whole.Matches(text).Select(match => match.Value.Aggregate(BigInteger.Zero,
            (number, digit) => (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(digit)))
        .Where(number => number > BigInteger.One);

    // ℤ₇, \mathbb{Z}/7, GF(7), Z_11, in small letters.
    private static readonly LinearRegex s_residueRing = new(
        @"\\mathbb\s*\{?\s*[zf]|ℤ\s*[_/₀-₉]|𝔽|\bgf\s*\(|\b[zf]_\{?[0-9]|\b[zf]/[0-9]+z");

    // The number may stand in brackets and mathematics of its own.
    [GeneratedRegex(@"\\?[pb]?mod(?:ulo|ulus)?(?:[\s({$\\~,]{0,6}(?<modulus>[0-9]{1,12})(?![0-9^.,]*[\^a-z]))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex ModulusWord();

    private static readonly LinearRegex s_whole = new(@"\d{1,12}");
}
