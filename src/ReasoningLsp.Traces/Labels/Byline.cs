using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Traces.Labels;

/// <summary>Lines at the head of a homework that say whose it is: "Name: Lena Brandt, class 8b".</summary>
internal static class Byline
{
    private const int LongestLine = 100;

    private static readonly string[] Words =
        [.. LanguageFile.AllTexts("labels", "byline").OrderByDescending(word => word.Length)];

    /// <summary>Whether every line of <paramref name="text"/> is one, and none of them states something.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var any = false;
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace())
                continue;
            if (!IsLine(line.Trim(" \t\u00a0*_|>")))
                return false;
            any = true;
        }

        return any;
    }

    private static bool IsLine(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine || line.ContainsAny("=$\\"))
            return false;
        foreach (var word in Words)
        {
            if (LabelWords.StartsWith(line, word) && line[word.Length..].TrimStart(" \t\u00a0*_") is [':' or '：', ..])
                return true;
        }

        return false;
    }
}
