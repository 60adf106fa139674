using System.Globalization;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Pictures and quotation marks: edges of what stands beside them.</summary>
internal static class EdgeMarks
{
    /// <summary>Whether a token is a picture or a quotation mark: an edge of what stands beside it, and no shape that stands for a
    /// number.</summary>
    public static bool IsEdge(Token mark, Token beside) =>
        IsMark(mark) && (beside.SpaceBefore || beside.Start > mark.End || IsQuote(mark));

    private static bool IsQuote(Token token) =>
        token.Text is "\"" or "“" or "”" or "`" or "#" or "「" or "」" or "『" or "』" or "»" or "«" or "„";

    /// <summary>Whether it is a picture or a quotation mark; not a shape that stands for a number.</summary>
    public static bool IsMark(Token token)
    {
        if (IsQuote(token) || token.Text is "\\" or "■" or "▪" or "►" or "▶" or "•" or "…")
            return true;
        var category = char.IsHighSurrogate(token.Text[0]) && token.Text.Length > 1
            ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(token.Text[0], token.Text[1]))
                : CharUnicodeInfo.GetUnicodeCategory(token.Text[0]);
        return category == UnicodeCategory.OtherSymbol
            && token.Text[0] is not (>= '\u25A0' and <= '\u25FF' or >= '\u3300' and <= '\u33FF'
                or >= '\u2100' and <= '\u214F' or '★' or '☆' or '♠' or '♣' or '♥' or '♦' or '♡' or '♢' or '♤' or '♧');
    }

    /// <summary>Whether a letter is of a script that parts words by no blanks.</summary>
    public static bool IsIdeographic(char c) =>
        c is >= '\u0E00' and <= '\u0EFF' or >= '\u1100' and <= '\u11FF' or >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF';
}
