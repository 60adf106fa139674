using System.Text.RegularExpressions;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>
/// Finds the lines of a paragraph that are steps: notes in which nearly every line calculates something of its own
/// (<c>3 packs: 3 * 4 = 12</c>, below it <c>2 cakes: 2 * 9 = 18</c>). A sentence that goes over lines is none, however much it calculates.
/// </summary>
internal static partial class WorkedLines
{
    private const int MostWordsBehindResult = 1;
    private const int LongestUnit = 3;

    /// <summary>The indexes of the lines that begin a step, but for the first; empty where the paragraph is one step.</summary>
    public static HashSet<int> Starts(string text, List<TextSpan> lines)
    {
        int calculated = 0, stated = 0;
        var starts = new HashSet<int>();
        for (var index = 0; index < lines.Count; index++)
        {
            var line = text.AsSpan(lines[index].Start, lines[index].Length).Trim();
            if (!Stated().IsMatch(line) || line.ContainsAny('?', '？') || !Opens(line))
                continue;
            calculated += WorkedText.Calculates(line) ? 1 : 0;
            if (++stated > 1 && Closes(text.AsSpan(lines[index - 1].Start, lines[index - 1].Length).TrimEnd(), line))
                starts.Add(index);
        }

        return starts.Count > 0 && calculated > 1 && stated * 2 > lines.Count ? starts : [];
    }

    // "45 min + 30 min = 1 h 15 min", "15% of 80 = 12": numbers on both sides, beside calculations.
    [GeneratedRegex(@"^[^=]*\d[^=]*=[^=]*\d", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Stated();

    // What begins with its relation or an operation goes on the line above.
    private static bool Opens(ReadOnlySpan<char> line) => !(line[0] is '=' or '<' or '>' or '≈' or '+' or '×' or '·' or '÷' or '&' or '\\'
        || line.StartsWith("$=") || line.StartsWith("$$"));

    // Whether a sentence may end here: it is ended, or a result stands last; what begins with a small letter is split from a bare one only.
    private static bool Closes(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        if (line.IsEmpty || line[^1] is ',' or '+' or '-' or '*' or '×' or '·' or '÷' or '/' or '=' or '(' or '&')
            return false;
        if (line[^1] is '.' or ';' or '!' or '。' or '；' or '！')
            return true;
        var result = line[(line.LastIndexOf('=') + 1)..].Trim();
        var words = 0;
        var isSmall = char.IsLower(next[0]);
        foreach (var word in result.Split(' '))
            words += result[word].IndexOfAnyInRange('0', '9') < 0 && result[word].Length > (isSmall ? 0 : LongestUnit) ? 1 : 0;
        return words <= (isSmall ? 0 : MostWordsBehindResult);
    }
}
