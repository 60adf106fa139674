using System.Collections.Frozen;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Programs;

/// <summary>The words that announce the output of a program: "Output:".</summary>
internal static class OutputWords
{
    private const int LongestLabel = 60;

    private static readonly FrozenSet<string> s_words =
        LanguageFile.AllTexts("programs", "output").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the text behind such a word and its colon begins; -1 where <paramref name="text"/> does not begin with one.</summary>
    public static int After(ReadOnlySpan<char> text)
    {
        var start = text.Length - text.TrimStart().Length;
        var colon = text[start..].IndexOfAny(":\uff1a\n");
        if (colon is <= 0 or > LongestLabel || text[start + colon] == '\n')
            return -1;
        var label = text.Slice(start, colon).Trim(" \t*_#");
        if (!s_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label))
            return -1;
        var end = start + colon + 1;
        while (end < text.Length && text[end] is '*' or '_')
            end++;
        return end;
    }
}
