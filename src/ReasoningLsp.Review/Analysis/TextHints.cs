using System.Buffers;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What one text says of how its whole trace is to be read: found once a text, not once an edit.</summary>
/// <param name="Languages">Signs of the languages it is written in.</param>
/// <param name="DefinesSign">Whether it gives a sign a meaning: "a * b = a + 2b".</param>
/// <param name="BracketsArePartOf">Whether it writes the whole or the fractional part of a letter with brackets.</param>
/// <param name="IsBoolean">Whether it speaks of Boolean algebra.</param>
/// <param name="HasTriangle">Whether it speaks of a triangle.</param>
/// <param name="IsComplex">Whether it speaks of complex numbers.</param>
internal sealed partial record TextHints(LanguageSigns Languages, bool DefinesSign, bool BracketsArePartOf, bool IsBoolean,
    bool HasTriangle, bool IsComplex)
{
    // One of these stands wherever a sign is defined.
    private static readonly SearchValues<char> s_signs = SearchValues.Create("*∗⋆★☆@#⊕⊗⊙△※◎\\");

    /// <summary>Hints of no text.</summary>
    public static TextHints None { get; } = new(LanguageSigns.None, false, false, false, false, false);

    /// <summary>The hints of a text.</summary>
    public static TextHints Of(string text)
    {
        var lower = PlainBlanks.In(text).ToLowerInvariant();
        var signs = LanguageSigns.Of(lower);
        var lexicon = new Lexicon(signs.Languages, false);
        return new TextHints(
            signs,
            lower.AsSpan().ContainsAny(s_signs) && DefinedSign().IsMatch(lower),
            lower.AsSpan().ContainsAny('[', '{') && LetterInBrackets().IsMatch(lower),
            lexicon.Has(PhraseRole.Boolean, lower),
            lexicon.Has(PhraseRole.Triangle, lower),
            lower.Contains('i', StringComparison.Ordinal) && lexicon.Has(PhraseRole.Complex, lower));
    }

    /// <summary>The hints of both texts.</summary>
    public TextHints Plus(TextHints other) => new(
        Languages.Plus(other.Languages), DefinesSign || other.DefinesSign, BracketsArePartOf || other.BracketsArePartOf,
        IsBoolean || other.IsBoolean, HasTriangle || other.HasTriangle, IsComplex || other.IsComplex);

    // "a * b = a + 2b" gives the star a meaning; "f(x) = a*b" does not.
    [GeneratedRegex(@"(?:^|[^a-z0-9_^)}\]+\-*/\\])\(?[a-z]\s?(?:\*|∗|\\ast|\\star|⋆|★|☆|@|#|⊕|⊗|⊙|△|※|◎|\\oplus|\\otimes|\\odot"
        + @"|\\diamond)\s?[a-z]\)?\s?(?:\$\s?)*=(?:\s?\$)*\s?[^=]*[a-z]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DefinedSign();

    // "[x] is the greatest integer", "{x} = x - [x]"; a letter alone in square brackets is grouped by nobody.
    [GeneratedRegex(@"(?:\\left)?\[\s?-?[a-z]\s?(?:\\right)?\](?:[^(]|$)|\\left\s?\\?\{\s?[a-z]\s?\\right\s?\\?\}|\\\{\s?[a-z]\s?\\\}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LetterInBrackets();
}
