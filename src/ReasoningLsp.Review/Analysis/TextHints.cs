using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What one text says of how its whole trace is to be read: found once a text, not once an edit.</summary>
/// <param name="Languages">Signs of the languages it is written in.</param>
/// <param name="DefinesSign">Whether it gives a sign a meaning: "a * b = a + 2b".</param>
/// <param name="BracketsArePartOf">Whether it writes the whole or the fractional part of a letter with brackets.</param>
/// <param name="IsBoolean">Whether it speaks of Boolean algebra.</param>
/// <param name="HasTriangle">Whether it speaks of a triangle.</param>
/// <param name="IsComplex">Whether it speaks of complex numbers.</param>
/// <param name="IsQuotient">Whether it names a quotient of a ring of polynomials, <c>ℚ[x]/(x² - 2)</c>.</param>
/// <param name="AddsOtherwise">Whether amounts of one kind may make less than the sum of their numbers: alcohol and water.</param>
/// <param name="Moduli">The moduli that it names, each behind a blank.</param>
internal sealed partial record TextHints(LanguageSigns Languages, bool DefinesSign, bool BracketsArePartOf, bool IsBoolean,
    bool HasTriangle, bool IsComplex, bool IsQuotient, bool AddsOtherwise, string Moduli)
{
    // "modulo 12", "8-bit", ℤ/7ℤ in small letters.
    private static readonly WordSearch s_modular =
        new(["mod", "bit", "int8", "int16", "int32", "int64", "\\mathbb{z", "\\mathbb z", "ℤ"], StringComparison.Ordinal);

    private const int MostBits = 128;

    // One of these stands wherever a sign is defined.
    private static readonly SearchValues<char> s_signs = SearchValues.Create("*∗⋆★☆@#⊕⊗⊙△※◎\\");

    /// <summary>Hints of no text.</summary>
    public static TextHints None { get; } = new(LanguageSigns.None, false, false, false, false, false, false, false,
        string.Empty);

    /// <summary>The hints of a text.</summary>
    public static TextHints Of(string text)
    {
        var lower = PlainBlanks.In(text).ToLowerInvariant();
        var signs = LanguageSigns.Of(lower);
        var lexicon = Lexicon.Of(signs.Languages, false);
        return new TextHints(
            signs,
            lower.AsSpan().ContainsAny(s_signs) && s_definedSign.IsMatch(lower),
            lower.AsSpan().ContainsAny('[', '{') && s_letterInBrackets.IsMatch(lower),
            lexicon.Has(PhraseRole.Boolean, lower),
            lexicon.Has(PhraseRole.Triangle, lower),
            lower.Contains('i', StringComparison.Ordinal) && lexicon.Has(PhraseRole.Complex, lower),
            lower.Contains(']', StringComparison.Ordinal) && s_quotientRing.IsMatch(lower),
            lexicon.Has(PhraseRole.Unadditive, lower),
            s_modular.OccursIn(lower) ? ModuliIn(lower) : string.Empty);
    }

    // So many bits hold the residues of a power of two.
    private static string ModuliIn(string lower) => string.Concat(s_modulus.Matches(lower).Select(match => match.Groups["bits"] is
    { Success: true, Value: var bits } && int.Parse(bits, CultureInfo.InvariantCulture) is > 0 and <= MostBits and var width
            ? $" {BigInteger.One << width}" : $" {match.Groups["modulus"].Value}").Distinct(StringComparer.Ordinal));

    /// <summary>The hints of all <paramref name="texts"/> together.</summary>
    public static TextHints Sum(ImmutableArray<TextHints> texts)
    {
        var moduli = string.Empty;
        foreach (var text in texts)
            moduli = moduli.Contains(text.Moduli, StringComparison.Ordinal) ? moduli : moduli + text.Moduli;
        return new TextHints(LanguageSigns.Sum(texts.Select(text => text.Languages)), texts.Any(text => text.DefinesSign),
            texts.Any(text => text.BracketsArePartOf), texts.Any(text => text.IsBoolean), texts.Any(text => text.HasTriangle),
            texts.Any(text => text.IsComplex), texts.Any(text => text.IsQuotient),
            texts.Any(text => text.AddsOtherwise), moduli);
    }

    private static readonly LinearRegex s_quotientRing = new(@"\[[a-z]\]\s*\\?\s*/\s*(?:\\left\s*)?[(⟨<\\]");

    private static readonly LinearRegex s_modulus = new(
        @"(?:\bmod(?:ulo)?|\\[pb]mod)[\s{($\\]{0,4}(?<modulus>[0-9]{1,9})|(?:^|[^0-9])(?<bits>[0-9]{1,3})[\s-]?bits?\b"
        + @"|\bu?int(?<bits>8|16|32|64)\b"
        + @"|(?:\\mathbb\s?\{?z\}?|ℤ)\s?[_/]\s?\{?(?<modulus>[0-9]{1,9})");

    // "a * b = a + 2b" gives the star a meaning; "f(x) = a*b" does not.
    private static readonly LinearRegex s_definedSign = new(
        @"(?:^|[^a-z0-9_^)}\]+\-*/\\])\(?[a-z]\s?(?:\*|∗|\\ast|\\star|⋆|★|☆|@|#|⊕|⊗|⊙|△|※|◎|\\oplus|\\otimes|\\odot"
        + @"|\\diamond)\s?[a-z]\)?\s?(?:\$\s?)*=(?:\s?\$)*\s?[^=]*[a-z]");

    // "[x] is the greatest integer", "{x} = x - [x]"; a letter alone in square brackets is grouped by nobody.
    private static readonly LinearRegex s_letterInBrackets = new(
        @"(?:\\left)?\[\s?-?[a-z]\s?(?:\\right)?\](?:[^(]|$)|\\left\s?\\?\{\s?[a-z]\s?\\right\s?\\?\}|\\\{\s?[a-z]\s?\\\}");
}
