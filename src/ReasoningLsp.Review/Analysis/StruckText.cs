using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds what an author struck out, and what is only noted below an equation: it stands there and says nothing.</summary>
internal static partial class StruckText
{
    /// <summary>The spans of <paramref name="code"/> and those that are struck out, in order and apart.</summary>
    public static ImmutableArray<TextSpan> With(string text, ImmutableArray<TextSpan> code)
    {
        ImmutableArray<TextSpan> rows = [.. BalanceRows.In(text)];
        if (rows.IsEmpty && !text.Contains("~~", StringComparison.Ordinal) && !text.Contains('<', StringComparison.Ordinal)
            && !text.Contains('\\', StringComparison.Ordinal))
            return code;
        var spans = new List<TextSpan>(code);
        foreach (var tag in (ReadOnlySpan<string>)["s", "del", "strike"])
            AddMarked(spans, text, $"<{tag}>", $"</{tag}>");
        AddTildes(spans, text);
        foreach (var row in rows)
            Add(spans, row);
        foreach (Match match in s_command.Matches(text))
        {
            if (EndOfGroup(text, match.Index + match.Length) is { } end)
                Add(spans, TextSpan.FromBounds(match.Index, end));
        }

        return spans.Count == code.Length ? code : [.. spans.OrderBy(span => span.Start)];
    }

    private static void Add(List<TextSpan> spans, TextSpan span)
    {
        if (!spans.Any(other => other.Start < span.End && span.Start < other.End))
            spans.Add(span);
    }

    private static void AddMarked(List<TextSpan> spans, string text, string open, string close)
    {
        for (var start = text.IndexOf(open, StringComparison.OrdinalIgnoreCase); start >= 0;)
        {
            var end = text.IndexOf(close, start, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
                return;
            Add(spans, TextSpan.FromBounds(start, end + close.Length));
            start = text.IndexOf(open, end, StringComparison.OrdinalIgnoreCase);
        }
    }

    // Two tildes strike out a run on one line; three fence code, and one is a blank in TeX.
    private static void AddTildes(List<TextSpan> spans, string text)
    {
        int? open = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
                open = null;
            if (text[at] != '~')
                continue;
            var end = at;
            while (end < text.Length && text[end] == '~')
                end++;
            if (end - at == 2 && open is { } start && !char.IsWhiteSpace(text[at - 1]))
            {
                Add(spans, TextSpan.FromBounds(start, end));
                open = null;
            }
            else
            {
                open = end - at == 2 && end < text.Length && !char.IsWhiteSpace(text[end]) ? at : null;
            }

            at = end - 1;
        }
    }

    private static int? EndOfGroup(string text, int start)
    {
        var depth = 1;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '{')
                depth++;
            else if (text[at] == '}' && --depth == 0)
                return at + 1;
        }

        return null;
    }

    private static readonly LinearRegex s_command = new(@"\\(sout|st|xout|strikeout|hcancel|soutmath)\{");
}
