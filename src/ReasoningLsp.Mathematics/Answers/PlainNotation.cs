using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Writes a text with the characters of one keyboard: full-width and other digits, blanks, scripts and HTML become
/// plain.</summary>
internal static class PlainNotation
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋ₙ";
    private const string Scripted = "0123456789+-n";
    private static readonly LinearRegex s_raised = new(@"<sup>(?<inner>[^<>]{1,40})</sup>", RegexOptions.IgnoreCase);
    private static readonly LinearRegex s_lowered = new(@"<sub>(?<inner>[^<>]{1,40})</sub>", RegexOptions.IgnoreCase);
    private static readonly LinearRegex s_break = new(@"<br\s*/?>|</(?:p|div|li|h[1-6])>", RegexOptions.IgnoreCase);
    private static readonly LinearRegex s_look = new(
        @"</?(?:b|strong|i|em|u|span|p|div|code|mark|font|li|ul|ol|h[1-6])(?:\s[^<>]{0,200})?>", RegexOptions.IgnoreCase);

    /// <summary>The same text, plainly written. Linear.</summary>
    public static string Of(string text)
    {
        if (text.Contains("</", StringComparison.Ordinal) || text.Contains("<br", StringComparison.OrdinalIgnoreCase))
        {
            text = s_lowered.Replace(s_raised.Replace(text, "^{${inner}}"), "_{${inner}}");
            text = s_look.Replace(s_break.Replace(text, "\n"), "");
        }

        // A matrix has ampersands of its own.
        if (text.Contains('&', StringComparison.Ordinal) && !text.Contains(@"\begin", StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        return Ascii.IsValid(text) ? text : Replaced(text);
    }

    private static string Replaced(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAscii(c))
                plain.Append(c);
            else if (Script(text, i, Superscripts, '^', plain) is var raised and > 0)
                i += raised - 1;
            else if (Script(text, i, Subscripts, '_', plain) is var lowered and > 0)
                i += lowered - 1;
            else
                plain.Append(Plain(c));
        }

        return plain.ToString();
    }

    private static int Script(string text, int start, string signs, char mark, StringBuilder plain)
    {
        var end = start;
        while (end < text.Length && signs.Contains(text[end], StringComparison.Ordinal))
            end++;
        if (end == start)
            return 0;
        plain.Append(mark).Append('{');
        foreach (var c in text.AsSpan(start, end - start))
            plain.Append(Scripted[signs.IndexOf(c, StringComparison.Ordinal)]);
        plain.Append('}');
        return end - start;
    }

    private static string Plain(char c) => c switch
    {
        // Full-width forms of ASCII.
        >= '\uFF01' and <= '\uFF5E' => ((char)(c - 0xFEE0)).ToString(),
        '。' or '｡' => ". ",
        '、' => ",",
        '【' or '】' or '「' or '」' or '『' or '』' or '《' or '》' or '“' or '”' or '„' or '«' or '»' => " ",
        '٫' => ".",
        '٬' or '،' => ",",
        '−' or '‐' or '‑' or '‒' or '﹣' => "-",
        '∶' => ":",
        '⟨' or '〈' => "(",
        '⟩' or '〉' => ")",
        '’' or '′' => "'",
        '㎝' => "cm",
        '㎜' => "mm",
        '㎞' => "km",
        '㎏' => "kg",
        '㎡' => "m^2",
        '㎥' => "m^3",
        'ⅇ' => "e",
        'ⅈ' => "i",
        _ => Other(c),
    };

    private static string Other(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.DecimalDigitNumber => ((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))).ToString(),
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.Format => "",
        _ => c.ToString(),
    };
}
