using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>
/// Text as the lexer reads it, character for character, so that every offset stays: digits of all scripts and full-width
/// forms as plain ones, marks of direction as nothing, HTML entities and scripts as the sign they stand for.
/// </summary>
internal static class NotationText
{
    /// <summary>Belongs to the sign before it.</summary>
    public const char Filler = '\uFDD0';

    /// <summary>Takes no room and means nothing.</summary>
    public const char Nothing = '\uFDD1';

    private const int LongestEntity = 10;

    private static readonly SearchValues<string> s_markup = SearchValues.Create(["<sup", "<sub", "&"], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, char> s_entities = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["times"] = '×',
        ["divide"] = '÷',
        ["minus"] = '−',
        ["plus"] = '+',
        ["plusmn"] = '±',
        ["middot"] = '·',
        ["sdot"] = '⋅',
        ["equals"] = '=',
        ["frac12"] = '½',
        ["frac14"] = '¼',
        ["frac34"] = '¾',
        ["sup1"] = '¹',
        ["sup2"] = '²',
        ["sup3"] = '³',
        ["deg"] = '°',
        ["pi"] = 'π',
        ["radic"] = '√',
        ["lt"] = '<',
        ["gt"] = '>',
        ["le"] = '≤',
        ["ge"] = '≥',
        ["ne"] = '≠',
        ["asymp"] = '≈',
        ["equiv"] = '≡',
        ["nbsp"] = '\u00A0',
        ["thinsp"] = '\u2009',
        ["ensp"] = ' ',
        ["emsp"] = ' ',
        ["euro"] = '€',
        ["pound"] = '£',
        ["yen"] = '¥',
        ["percnt"] = '%',
        ["ndash"] = '–',
        ["mdash"] = '—',
        ["infin"] = '∞',
        ["rarr"] = '→',
        ["rArr"] = '⇒',
        ["lpar"] = '(',
        ["rpar"] = ')',
        ["micro"] = 'µ',
        ["Omega"] = 'Ω',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The text itself where there is nothing to fold.</summary>
    public static string Fold(string text, LexerOptions options)
    {
        if (System.Text.Ascii.IsValid(text) && text.AsSpan().IndexOfAny(s_markup) < 0)
            return text;
        return string.Create(text.Length, (text, options), static (folded, state) =>
        {
            for (var i = 0; i < folded.Length; i++)
                folded[i] = Folded(state.text, i, state.options);
            FoldMarkup(folded);
        });
    }

    private static char Folded(string text, int index, LexerOptions options)
    {
        var c = text[index];
        if (c < '\u00AD')
            return c;
        return c switch
        {
            '\u066B' => options.DecimalComma ? ',' : '.',
            '\u066C' => options.DecimalComma ? '.' : ',',
            '\u066A' => '%',
            '\u060C' => ',',
            '\u3000' or '\u200B' => ' ',
            '\u00AD' or '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
                or (>= '\uFE00' and <= '\uFE0F') => Nothing,
            // A full stop in full width is a decimal point only between digits.
            '．' => index > 0 && index + 1 < text.Length && char.IsDigit(text[index - 1]) && char.IsDigit(text[index + 1]) ? '.' : c,
            '，' or '：' or '；' or '！' or '？' or '～' => c,
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            _ => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c,
        };
    }

    private static void FoldMarkup(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '&')
                FoldEntity(text[i..]);
            else if (text[i] == '<'
                && (text[i..].StartsWith("<sup>", StringComparison.OrdinalIgnoreCase)
                    || text[i..].StartsWith("<sub>", StringComparison.OrdinalIgnoreCase)))
                FoldScript(text[i..]);
        }
    }

    private static void FoldEntity(Span<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        if (end < 2)
            return;
        var name = text[1..end];
        var sign = name[0] == '#' ? Numeric(name[1..])
            : s_entities.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found) ? found : '\0';
        if (sign == '\0')
            return;
        text[0] = sign;
        text[1..(end + 1)].Fill(Filler);
    }

    private static char Numeric(ReadOnlySpan<char> number)
    {
        var isHex = number.StartsWith("x", StringComparison.OrdinalIgnoreCase);
        return int.TryParse(isHex ? number[1..] : number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xD800 ? (char)code : '\0';
    }

    // "x<sup>2</sup>" is read as x^{2}.
    private static void FoldScript(Span<char> text)
    {
        const int Open = 5;
        var close = text.IndexOf("</su", StringComparison.OrdinalIgnoreCase);
        if (close is <= Open or > 40 || close + 6 > text.Length || text[close + 5] != '>' || text[Open..close].ContainsAny('<', '\n'))
            return;
        var isPower = text[3] is 'p' or 'P';
        text[0] = isPower ? '^' : '_';
        text[1] = '{';
        text[2..Open].Fill(Filler);
        text[close] = '}';
        text.Slice(close + 1, 5).Fill(Filler);
    }
}
