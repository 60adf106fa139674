using System.Collections.Immutable;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>Cuts a display of aligned rows into what can stand as steps.</summary>
/// <remarks>A row that begins with its relation continues the row above it (<c>a &amp;= b \\ &amp;= c</c> is one chain), so the two stay
/// together.</remarks>
internal static class AlignRows
{
    private static readonly string[] Names = ["align", "aligned", "alignat", "alignedat", "flalign", "gather", "gathered", "eqnarray"];

    /// <summary>The rows' spans in <paramref name="text"/>; empty where the display is no such environment or makes fewer than two
    /// steps.</summary>
    public static ImmutableArray<TextSpan> Find(string text, Segment display)
    {
        if (Body(text, display) is not { } body)
            return [];
        var rows = ImmutableArray.CreateBuilder<TextSpan>();
        int depth = 0, start = body.Start;
        for (var at = body.Start; at < body.End; at++)
        {
            switch (text[at])
            {
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case '\\' when at + 1 < body.End && text[at + 1] == '\\' && depth == 0:
                    AddRow(text, start, at, rows);
                    at++;
                    start = AfterSpacing(text, at + 1, body.End);
                    break;
                case '\\':
                    if (text.AsSpan(at, body.End - at).StartsWith("\\begin{"))
                        depth++;
                    else if (text.AsSpan(at, body.End - at).StartsWith("\\end{"))
                        depth--;
                    at++;
                    break;
            }
        }

        AddRow(text, start, body.End, rows);
        return rows.Count < 2 ? [] : rows.ToImmutable();
    }

    private static TextSpan? Body(string text, Segment display)
    {
        if (MathEnvironment.At(text, display.Whole.Start, display.Whole.End) is { } outer)
            return IsAligned(outer) ? display.Content : null;
        var start = Lines.SkipSpace(text, display.Content.Start, display.Content.End);
        if (MathEnvironment.At(text, start, display.Content.End) is not { } inner || !IsAligned(inner))
            return null;
        var close = $"\\end{{{inner.Name}}}";
        var content = text.AsSpan(start, display.Content.End - start).TrimEnd();
        return content.EndsWith(close, StringComparison.Ordinal)
            ? TextSpan.FromBounds(start + inner.OpenerLength, start + content.Length - close.Length)
            : null;
    }

    private static bool IsAligned(MathEnvironment environment) => Names.Contains(environment.Name.TrimEnd('*'));

    private static void AddRow(string text, int start, int end, ImmutableArray<TextSpan>.Builder rows)
    {
        var from = AfterIntertext(text, Lines.SkipSpace(text, start, end), end);
        end = Lines.TrimEnd(text, from, end);
        if (end <= from)
            return;
        if (rows.Count > 0 && text[from] is '&' or '=' or '<' or '>' or '+' or '-')
            rows[^1] = TextSpan.FromBounds(rows[^1].Start, end);
        else
            rows.Add(TextSpan.FromBounds(from, end));
    }

    // "\intertext{Solving for $h$ we find}": words between two rows.
    private static int AfterIntertext(string text, int at, int end)
    {
        foreach (var command in (ReadOnlySpan<string>)["\\intertext{", "\\shortintertext{"])
        {
            if (!text.AsSpan(at, end - at).StartsWith(command))
                continue;
            if (Braces.Close(text.AsSpan(0, end), at + command.Length - 1) is { } close)
                return AfterIntertext(text, Lines.SkipSpace(text, close + 1, end), end);
        }

        return at;
    }

    // "\\[4pt]"
    private static int AfterSpacing(string text, int at, int end)
    {
        if (at >= end || text[at] != '[')
            return at;
        var close = text.AsSpan(at, end - at).IndexOf(']');
        return close is > 0 and < 12 ? at + close + 1 : at;
    }
}
