using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reporting;

/// <summary>The text that spans of a reviewed trace point into, and where it stands in its file. Thread-safe.</summary>
public sealed class SourceText
{
    private readonly Lazy<LineIndex> _lines;

    /// <summary>The text of a file, or the one line of a JSONL file that holds a record.</summary>
    /// <param name="file">As people see it: relative where it can be, with forward slashes.</param>
    /// <param name="text">All of it.</param>
    /// <param name="firstLine">Line of the file, from 0, on which the text starts.</param>
    /// <param name="isEscaped">Whether the file spells characters of the text as escapes (JSON), so that it is no pleasure to read.</param>
    public SourceText(string file, string text, int firstLine = 0, bool isEscaped = false)
    {
        IsEscaped = isEscaped;
        File = file;
        Text = text;
        FirstLine = firstLine;
        _lines = new(() => LineIndex.Of(text));
    }

    /// <summary>As people see it: relative where it can be, with forward slashes.</summary>
    public string File { get; }

    /// <summary>All of the text.</summary>
    public string Text { get; }

    /// <summary>Line of the file, from 0, on which the text starts.</summary>
    public int FirstLine { get; }

    /// <summary>Whether the file spells characters of the text as escapes.</summary>
    public bool IsEscaped { get; }

    /// <summary>Line in the file and UTF-16 character in the line, both from 0.</summary>
    public LinePosition PositionOf(int offset)
    {
        var position = _lines.Value.ToPosition(offset);
        return position with { Line = FirstLine + position.Line };
    }

    /// <summary>A line of the file, without its line end, as a span of the text.</summary>
    public TextSpan LineSpan(int line) => _lines.Value.LineSpan(line - FirstLine);
}
