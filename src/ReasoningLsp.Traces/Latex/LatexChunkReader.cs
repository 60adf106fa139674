using ReasoningLsp.Traces.Chunks;

namespace ReasoningLsp.Traces.Latex;

/// <summary>Cuts LaTeX at blank lines outside code.</summary>
internal sealed class LatexChunkReader : IChunkReader
{
    private readonly Dictionary<string, int> _absentFrom = new(StringComparer.Ordinal);

    public (int End, int Reach) Next(string text, int start)
    {
        bool hasContent = false, afterBlank = false, sawAbsence = false;
        for (var at = start; at < text.Length;)
        {
            var end = Lines.EndOfLine(text, at, text.Length);
            var line = text.AsSpan(at, end - at);
            if (line.IsWhiteSpace())
            {
                afterBlank = true;
            }
            else
            {
                // The first letter behind the indent makes the line none that is blank.
                if (hasContent && afterBlank)
                    return (at, sawAbsence ? Chunk.ToTheEnd : at + line.Length - line.TrimStart().Length + 1 - start);
                hasContent = true;
                afterBlank = false;
                (end, var absent) = CodeEnd(text, at, end);
                sawAbsence |= absent;
            }

            at = Lines.AfterBreak(text, end);
        }

        return (text.Length, Chunk.ToTheEnd);
    }

    public ChunkContent Read(string text, int start, int end) => LatexPieces.Read(text[start..end]);

    // The end of the line on which the last code environment that opens on this one is closed.
    private (int End, bool Absent) CodeEnd(string text, int at, int end)
    {
        var absent = false;
        for (; at < end; at++)
        {
            var found = text.AsSpan(at, end - at).IndexOfAny('\\', '%');
            if (found < 0 || text[at + found] == '%')
                break;
            at += found;
            if (LatexCode.OpenedAt(text, at) is not { } name)
            {
                at++;
                continue;
            }

            var close = _absentFrom.TryGetValue(name, out var from) && at >= from ? -1 : LatexCode.EndAfter(text, at, name);
            if (close < 0)
            {
                _absentFrom[name] = Math.Min(at, _absentFrom.GetValueOrDefault(name, int.MaxValue));
                absent = true;
                continue;
            }

            at = close - 1;
            end = Math.Max(end, Lines.EndOfLine(text, close, text.Length));
        }

        return (end, absent);
    }
}
