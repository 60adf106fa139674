using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>Translates between offsets and line positions of one text. Lines end at <c>\r\n</c>, <c>\n</c> or <c>\r</c>.</summary>
public sealed class LineIndex
{
    private readonly string _text;
    private readonly int[] _starts;

    private LineIndex(string text, int[] starts)
    {
        _text = text;
        _starts = starts;
    }

    /// <summary>How many lines the text has: one more than it has line ends.</summary>
    public int LineCount => _starts.Length;

    /// <summary>The index of <paramref name="text"/>.</summary>
    public static LineIndex Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var starts = new List<int> { 0 };
        Scan(text, 0, text.Length, starts);
        return new LineIndex(text, [.. starts]);
    }

    /// <summary>The index after <paramref name="edits"/>, found by scanning only what they replaced.</summary>
    /// <param name="newText">The text that <see cref="TextEdits.Apply"/> makes of this one and the edits.</param>
    /// <param name="edits">Ascending and not overlapping.</param>
    public LineIndex Apply(string newText, ImmutableArray<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(newText);
        if (edits.IsDefaultOrEmpty)
            return this;
        var delta = newText.Length - _text.Length;
        // A "\r" before the edit and a "\n" after it may join to one line end or part into two.
        var kept = CountUpTo(Math.Max(0, edits[0].Span.Start - 1));
        var resume = CountUpTo(Math.Min(_text.Length, edits[^1].Span.End + 1));
        var starts = new List<int>(_starts.Length + 16);
        starts.AddRange(_starts.AsSpan(0, kept));
        var scanEnd = resume < _starts.Length ? _starts[resume] + delta : newText.Length;
        Scan(newText, starts[^1], scanEnd, starts);
        for (var line = starts[^1] == scanEnd && resume < _starts.Length ? resume + 1 : resume; line < _starts.Length; line++)
            starts.Add(_starts[line] + delta);
        return new LineIndex(newText, [.. starts]);
    }

    /// <summary>The position of <paramref name="offset"/>; an offset outside the text counts as its nearer end.</summary>
    public LinePosition ToPosition(int offset)
    {
        var clamped = Math.Clamp(offset, 0, _text.Length);
        var line = CountUpTo(clamped) - 1;
        return new LinePosition(line, clamped - _starts[line]);
    }

    /// <summary>The offset of <paramref name="position"/>; a line or character outside the text counts as the nearest inside.</summary>
    public int ToOffset(LinePosition position)
    {
        if (position.Line < 0)
            return 0;
        if (position.Line >= _starts.Length)
            return _text.Length;
        var line = LineSpan(position.Line);
        return line.Start + Math.Clamp(position.Character, 0, line.Length);
    }

    /// <summary>The line from 0 without its line end; the nearest line where there is none of that number.</summary>
    public TextSpan LineSpan(int line)
    {
        var index = Math.Clamp(line, 0, _starts.Length - 1);
        var end = index + 1 < _starts.Length ? _starts[index + 1] : _text.Length;
        if (index + 1 < _starts.Length)
            end -= end - 2 >= _starts[index] && _text[end - 1] == '\n' && _text[end - 2] == '\r' ? 2 : 1;
        return TextSpan.FromBounds(_starts[index], end);
    }

    // Adds the starts of lines whose line end lies in [from, to).
    private static void Scan(string text, int from, int to, List<int> starts)
    {
        while (from < to)
        {
            var found = text.AsSpan(from, to - from).IndexOfAny('\r', '\n');
            if (found < 0)
                return;
            from = Lines.AfterBreak(text, from + found);
            starts.Add(from);
        }
    }

    private int CountUpTo(int offset)
    {
        var index = Array.BinarySearch(_starts, offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>For tests: whether both know the same lines.</summary>
    internal bool SameAs(LineIndex other) => _starts.AsSpan().SequenceEqual(other._starts);
}
