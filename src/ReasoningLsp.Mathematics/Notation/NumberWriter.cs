using System.Globalization;
using System.Text;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Writes a number as another one beside it is written: its decimal mark, its thousands, its digits.</summary>
public static class NumberWriter
{
    private static readonly string[] s_separators = ["{,}", ",\\!", "\\,", "\\!", ",", ".", " ", "\u00A0", "\u2009", "\u202F", "'", "’",
        "٬", "٫"];

    /// <summary><paramref name="plain"/> (digits, a point, a minus) in the manner of <paramref name="written"/>; null where that is not
    /// understood.</summary>
    public static string? Like(string plain, string written, LexerOptions style)
    {
        var mark = style.DecimalComma ? "," : ".";
        string? group = null;
        var zero = '\0';
        for (var i = 0; i < written.Length;)
        {
            if (char.IsDigit(written[i]))
            {
                var digitZero = (char)(written[i] - CharUnicodeInfo.GetDecimalDigitValue(written[i]));
                if (zero != '\0' && zero != digitZero)
                    return null;
                zero = digitZero;
                i++;
                continue;
            }

            if (Array.Find(s_separators, separator => written.AsSpan(i).StartsWith(separator, StringComparison.Ordinal)) is not { } found)
                return null;
            i += found.Length;
            if (IsPoint(found, written, i, style))
                mark = found;
            else if (group is not null && group != found)
                return null;
            else
                group = found;
        }

        if (zero == '\0')
            return null;
        if (zero is >= '\u0660' and <= '\u06F0' && mark is "." or ",")
            mark = "٫";
        return Write(plain, mark, group, zero, IsIndian(written));
    }

    private static bool IsPoint(string separator, string written, int after, LexerOptions style)
    {
        var digits = 0;
        while (after + digits < written.Length && char.IsDigit(written[after + digits]))
            digits++;
        return separator switch
        {
            "." => !style.DecimalComma,
            "," => style.DecimalComma,
            "{,}" => style.DecimalComma || digits != 3 || written.StartsWith("0{", StringComparison.Ordinal),
            "٫" => true,
            _ => false,
        };
    }

    // 1,00,000
    private static bool IsIndian(string written) => written.Split(',') is { Length: > 2 } parts && parts[1].Length == 2;

    private static string Write(string plain, string mark, string? group, char zero, bool isIndian)
    {
        var text = new StringBuilder();
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain.Length : point;
        for (var i = 0; i < plain.Length; i++)
        {
            var left = whole - i;
            if (i == point)
            {
                text.Append(mark);
                continue;
            }

            var starts = i > 0 && char.IsAsciiDigit(plain[i - 1]) && left > 0
                && (isIndian ? left == 3 || (left > 3 && (left - 3) % 2 == 0) : left % 3 == 0);
            if (group is not null && starts)
                text.Append(group);
            text.Append(char.IsAsciiDigit(plain[i]) ? (char)(zero + (plain[i] - '0')) : plain[i]);
        }

        return text.ToString();
    }
}
