using System.Globalization;
using System.Text;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Text for those who look for words: every blank that Unicode has is a plain one, so that none parts a phrase.</summary>
internal static class PlainBlanks
{
    /// <summary>The text, as long as before; the same instance where all its blanks are plain.</summary>
    public static string In(string text)
    {
        if (Ascii.IsValid(text) || !text.Any(IsOther))
            return text;
        return string.Create(text.Length, text, static (plain, source) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = IsOther(source[i]) ? ' ' : source[i];
        });
    }

    private static bool IsOther(char unit) => unit > '\u007F' && char.GetUnicodeCategory(unit) == UnicodeCategory.SpaceSeparator;
}
