using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Inline;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Latex;

/// <summary>Tells comments and code from the rest in one chunk of LaTeX.</summary>
internal static class LatexSource
{
    public static ChunkSource Of(string text)
    {
        var code = ImmutableArray.CreateBuilder<TextSpan>();
        var comments = ImmutableArray.CreateBuilder<TextSpan>();
        var notes = ImmutableArray.CreateBuilder<ChunkComment>();
        var absent = new HashSet<string>(StringComparer.Ordinal);
        if (text.StartsWith('\uFEFF'))
            comments.Add(new TextSpan(0, 1));
        for (var at = 0; at < text.Length; at++)
        {
            var found = text.AsSpan(at).IndexOfAny('\\', '%');
            if (found < 0)
                break;
            at += found;
            if (text[at] == '%')
            {
                var span = TextSpan.FromBounds(at, Lines.EndOfLine(text, at, text.Length));
                comments.Add(span);
                if (ReviewComment.Read(text.AsSpan(span.Start, span.Length).TrimStart('%'), span) is { } note)
                    notes.Add(note);
                at = span.End - 1;
                continue;
            }

            if (LatexCode.OpenedAt(text, at) is { } name && !absent.Contains(name))
            {
                var end = LatexCode.EndAfter(text, at, name);
                if (end < 0)
                {
                    absent.Add(name);
                    continue;
                }

                (name == "comment" ? comments : code).Add(TextSpan.FromBounds(at, end));
                at = end - 1;
                continue;
            }

            if (LatexCode.LeftOutAt(text, at) is var (left, isCode))
            {
                (isCode ? code : comments).Add(left);
                at = left.End - 1;
                continue;
            }

            at++; // "\%" and "\\" are one unit each
        }

        var blanked = new Markup([], comments.ToImmutable(), []).Blank(text);
        return new ChunkSource(blanked, code.ToImmutable(), comments.ToImmutable(), [],
            TextSegmenter.Segment(blanked, code.ToImmutable()), notes.ToImmutable());
    }
}
