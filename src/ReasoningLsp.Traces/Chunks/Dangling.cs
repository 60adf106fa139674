using System.Collections.Immutable;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>A delimiter of mathematics without its partner.</summary>
/// <param name="Delimiter">As written.</param>
/// <param name="Partner">What would close it or have opened it; the same for <c>$$</c>.</param>
/// <param name="Opens">Whether it opens; true for <c>$$</c>.</param>
/// <param name="Span">Where, in the text that was searched.</param>
internal sealed record Dangling(string Delimiter, string Partner, bool Opens, TextSpan Span)
{
    /// <summary>The delimiters that <see cref="TextSegmenter"/> left in the prose of <paramref name="text"/>.</summary>
    public static ImmutableArray<Dangling> Find(string text, ImmutableArray<TextSpan> code)
    {
        if (!text.AsSpan().ContainsAny("\\$") || !(text.Contains("$$", StringComparison.Ordinal) || text.AsSpan().IndexOfAny(Openers) >= 0))
            return [];
        return Find(text, TextSegmenter.Segment(text, code));
    }

    /// <summary>The same, where the text is already segmented.</summary>
    public static ImmutableArray<Dangling> Find(string text, ImmutableArray<Segment> segments)
    {
        var found = ImmutableArray.CreateBuilder<Dangling>();
        foreach (var segment in segments)
            if (segment.Kind == SegmentKind.Prose)
                Scan(text, segment.Whole, found);
        return found.ToImmutable();
    }

    private static readonly System.Buffers.SearchValues<string> Openers =
        System.Buffers.SearchValues.Create(["\\[", "\\]", "\\(", "\\)", "\\begin{", "\\end{"], StringComparison.Ordinal);

    private static void Scan(string text, TextSpan prose, ImmutableArray<Dangling>.Builder found)
    {
        for (var at = prose.Start; at + 1 < prose.End; at++)
        {
            if (text[at] == '$' && text[at + 1] == '$')
            {
                var run = at + 2;
                while (run < prose.End && text[run] == '$')
                    run++;
                // "= $$60.00" is money by a slip, or an opener: not certain.
                if (run == at + 2 && !(run < prose.End && char.IsAsciiDigit(text[run])))
                    found.Add(new Dangling("$$", "$$", true, new TextSpan(at, 2)));
                at = run - 1;
            }
            else if (text[at] == '\\')
            {
                if (AtBackslash(text, at, prose.End) is { } dangling)
                    found.Add(dangling);
                at++;
            }
        }
    }

    private static Dangling? AtBackslash(string text, int at, int end)
    {
        switch (text[at + 1])
        {
            case '[' when !IsEscapedBracket(text, at + 2, end):
                return new Dangling("\\[", "\\]", true, new TextSpan(at, 2));
            case '(':
                return new Dangling("\\(", "\\)", true, new TextSpan(at, 2));
            case ']':
                return new Dangling("\\]", "\\[", false, new TextSpan(at, 2));
            case ')':
                return new Dangling("\\)", "\\(", false, new TextSpan(at, 2));
            case 'b' when MathEnvironment.At(text, at, end) is { } opened:
                return new Dangling($"\\begin{{{opened.Name}}}", $"\\end{{{opened.Name}}}", true, new TextSpan(at, opened.OpenerLength));
            case 'e' when MathEnvironment.EndAt(text, at, end) is { } name:
                return new Dangling($"\\end{{{name}}}", $"\\begin{{{name}}}", false, new TextSpan(at, name.Length + 6));
            default:
                return null;
        }
    }

    // "\[1]" and "\[1](page)" are brackets that Markdown was asked to leave alone.
    private static bool IsEscapedBracket(string text, int at, int end)
    {
        var stop = text.AsSpan(at, end - at).IndexOfAny("\\]\r\n");
        return stop >= 0 && text[at + stop] == ']';
    }
}
