using System.Buffers;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Text for those who look for words: every blank that Unicode has is a plain one, so that none parts a phrase.</summary>
internal static class PlainBlanks
{
    // All of Unicode's category of spaces but the plain one.
    private static readonly SearchValues<char> s_others =
        SearchValues.Create("\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000");

    /// <summary>The text, as long as before; the same instance where all its blanks are plain.</summary>
    public static string In(string text)
    {
        if (!text.AsSpan().ContainsAny(s_others))
            return text;
        return string.Create(text.Length, text, static (plain, source) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = s_others.Contains(source[i]) ? ' ' : source[i];
        });
    }
}
