using System.Text;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Keeps hostile text from breaking an encoder.</summary>
public static class UnicodeText
{
    /// <summary>The same text with U+FFFD for every surrogate that has no partner.</summary>
    public static string WellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = FirstLoneSurrogate(text);
        if (at < 0)
            return text;
        var repaired = new StringBuilder(text.Length).Append(text, 0, at);
        foreach (var rune in text.AsSpan(at).EnumerateRunes())
            repaired.Append(rune.ToString());
        return repaired.ToString();
    }

    private static int FirstLoneSurrogate(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return at;
            at++;
        }

        return -1;
    }
}
