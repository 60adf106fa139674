using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Inline;
using ReasoningLsp.Traces.Yaml;

namespace ReasoningLsp.Traces.Plain;

/// <summary>Cuts a text before every unindented line that follows a blank one outside code and comments.</summary>
/// <remarks>
/// Such a line ends whatever block was open, so each chunk can be given to the Markdown parser by itself.
/// A list falls into one chunk for each item or more; items carry their number as written, so nothing is lost.
/// </remarks>
internal sealed class ParagraphCutter
{
    private int _noCommentEndFrom = int.MaxValue;

    /// <summary>The chunk that begins at <paramref name="start"/>; at the start of a file front matter is one.</summary>
    public (int End, int Reach) Next(string text, int start)
    {
        if (start == 0 && FrontMatterReader.Find(text) is { } matter)
            return matter.End < 0 ? Paragraphs(text, 0) with { Reach = Chunk.ToTheEnd } : (matter.End, matter.End + 1);
        return Paragraphs(text, start);
    }

    /// <summary>The chunk that begins at <paramref name="start"/>, front matter or not.</summary>
    public (int End, int Reach) Paragraphs(string text, int start)
    {
        Fence? fence = null;
        HtmlTag? html = null;
        bool hasContent = false, afterBlank = false, sawAbsence = false;
        for (var at = start; at < text.Length;)
        {
            var end = Lines.EndOfLine(text, at, text.Length);
            var line = text.AsSpan(at, end - at);
            if (fence is { } open)
            {
                if (open.IsClosedBy(line))
                    fence = null;
            }
            else if (line.IsWhiteSpace())
            {
                afterBlank = true;
            }
            else
            {
                if (hasContent && afterBlank && !char.IsWhiteSpace(line[0]))
                    return (at, sawAbsence ? Chunk.ToTheEnd : at + 1 - start);
                hasContent = true;
                afterBlank = false;
                fence = Fence.OpenedBy(line);
                if (fence is null && line.TrimStart(" \t").StartsWith("<!--"))
                {
                    var close = CommentEnd(text, at);
                    sawAbsence |= close < 0;
                    end = close > end ? Lines.EndOfLine(text, close, text.Length) : end;
                }
                else if (fence is null && line.Contains('<'))
                {
                    html ??= new HtmlTag(text);
                    (end, var misses) = html.EndOf(at, end);
                    sawAbsence |= misses;
                }
            }

            at = Lines.AfterBreak(text, end);
        }

        return (text.Length, Chunk.ToTheEnd);
    }

    private int CommentEnd(string text, int at)
    {
        if (at >= _noCommentEndFrom)
            return -1;
        var open = text.IndexOf("<!--", at, StringComparison.Ordinal);
        var close = text.IndexOf("-->", open + 4, StringComparison.Ordinal);
        if (close < 0)
            _noCommentEndFrom = at;
        return close;
    }
}
