using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>How a text writes its numbers, by what it says of its language and by what it shows.</summary>
public static partial class NumberStyle
{
    /// <summary>The style of a language (<c>de</c>, <c>pt-BR</c>); that of English where it is not known.</summary>
    public static LexerOptions Of(string? language)
    {
        var name = language?.Split('-', '_')[0].ToLowerInvariant();
        var comma = name is "de" or "fr" or "es" or "it" or "pt" or "ru" or "uk" or "be" or "bg" or "pl" or "nl" or "tr" or "sv" or "da"
            or "nb" or "nn" or "no" or "fi" or "cs" or "sk" or "sl" or "hr" or "sr" or "hu" or "ro" or "el" or "et" or "lv" or "lt" or "is"
            or "id" or "vi" or "ca" or "gl" or "eu";
        if (!comma)
            return LexerOptions.Default;
        return new LexerOptions
        {
            // Mexico and most of Central America write a point.
            DecimalComma = language is not ("es-MX" or "es-419" or "es-US" or "es-PR"),
            BlankGroups = name is "fr" or "ru" or "uk" or "be" or "bg" or "pl" or "sv" or "nb" or "nn" or "no" or "fi" or "cs" or "sk"
            or "hu" or "pt" or "es" or "et" or "lv" or "lt",
            ColonDivides = true,
        };
    }

    /// <summary>The style with a decimal comma where the text shows one and no decimal point: a zero before it, a sign of money or a unit
    /// behind one or two digits, or more digits than a group has, the last of them no zero ("16,0000" is a slip of another kind). Chinese
    /// and Japanese write points.</summary>
    public static LexerOptions Shown(string text, LexerOptions declared) =>
        !declared.DecimalComma && HasCommaInNumber(text) && !text.AsSpan().ContainsAnyInRange('\u3040', '\u9fff')
        && (s_decimalComma.IsMatch(text) || (s_calculatedComma.IsMatch(text) && !s_bracketedComma.IsMatch(text)))
        && !HasDecimalPoint(text) && !s_thousandsComma.IsMatch(text)
            ? declared with { DecimalComma = true, BlankGroups = true, ColonDivides = true }
            : declared;

    /// <summary>Whether what a text shows leaves open, read as <paramref name="shown"/>, if its numerals have a point between thousands,
    /// "1.500", or, where its language writes so, a decimal comma in the like place, "1,500".</summary>
    public static bool IsOpen(string text, LexerOptions shown, bool writesComma) => !shown.DecimalComma && !HasDecimalPoint(text)
        && (writesComma ? s_pointedThousands.IsMatch(text) || s_thousandsComma.IsMatch(text)
            : s_pointedThousands.IsMatch(text) && !s_thousandsComma.IsMatch(text));

    /// <summary>The text with English signs between thousands, each where another stood, for whoever reads English only.</summary>
    public static string InEnglish(string text, LexerOptions read) => read.DecimalComma
        ? s_pointedThousands.Replace(text, number => number.Value.Replace('.', ',')) : text;

    private static bool HasCommaInNumber(string text)
    {
        for (var at = text.IndexOf(',', StringComparison.Ordinal); at >= 0; at = text.IndexOf(',', at + 1))
        {
            if (at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]))
                return true;
        }

        return false;
    }

    // "1.250,50": points between thousands.
    private static bool HasDecimalPoint(string text) =>
        s_decimalPoint.IsMatch(text) && s_decimalPoint.IsMatch(s_pointedThousands.Replace(text, "1"));

    private static readonly LinearRegex s_pointedThousands = new(@"\b[1-9][0-9]{0,2}(?:\.[0-9]{3})+\b");

    // Not the comma of a pair or of a row, "(0,1)", "[[0,1],[1,0]]".
    private static readonly LinearRegex s_decimalComma = new(@"(?:^|[^0-9.,(\[{])0,[0-9]+|[(\[{]0,[0-9]+[^0-9,)\]}]|"
        + @"(?:^|[^0-9.,])(?:[0-9]+,(?:[0-9]{1,2}|[0-9]{4,}) ?(?:€|%|km|kg|cm|mm|Euro|EUR|zł|руб|₽|kr|Kč|TL|₺|lei|Ft"
        + @"|m²|m³|(?:m|g|t|l|L|h|s|min|dm|cl|dl|ml|mg|[\u0400-\u04FF]{1,4})(?:[^\p{L}0-9]|$))"
        + @"|[1-9][0-9]{0,8},[0-9]{3,7}[1-9](?:[^0-9,]|$))"
        + @"|(?:^|[^$\p{L}0-9])(?:R\$|€|₺|TL) ?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),[0-9]{2}(?:[^0-9,]|$)"
        + @"|(?:^|[^0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}(?:[^0-9,.]|$)");

    // "12,5 + 8", "100 : 8 = 12,5": nobody calculates with a list.
    private static readonly LinearRegex s_calculatedComma = new(
        @"(?:^|[\s=])[0-9]{1,9},[0-9]{1,2} [+×·⋅*÷:] [0-9]|[0-9] [+×·⋅*÷:] [0-9]{1,9},[0-9]{1,2}(?:[^0-9,]|$)"
        + @"|[0-9] ?[:+×·⋅*÷] ?[0-9]{1,9} = [0-9]{1,9},[0-9]{1,2}(?:[^0-9,+×·⋅*÷:=]|$)");

    private static readonly LinearRegex s_bracketedComma = new(@"[(\[{][^()\[\]{}]{0,60},[^()\[\]{}]{0,60}[)\]}]");

    private static readonly LinearRegex s_decimalPoint = new(@"[0-9]\.[0-9]");

    private static readonly LinearRegex s_thousandsComma = new(@"[0-9],[0-9]{3}(?:[^0-9]|$)");
}
