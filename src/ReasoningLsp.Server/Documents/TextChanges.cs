using System.Collections.Immutable;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Documents;

/// <summary>
/// Applies the changes of one notification, which count one after the other. Those that stand in descending
/// order, as editors send them, are applied together: a text of ten megabytes is not copied once for each.
/// </summary>
internal sealed class TextChanges(string text, LineIndex lines, PositionEncoding encoding)
{
    private readonly List<TextEdit> _pending = [];
    private string _text = text;
    private LineIndex _lines = lines;

    /// <summary>The text after <paramref name="changes"/>, its lines, and where the last of them ended.</summary>
    public (string Text, LineIndex Lines, int Caret) Apply(ImmutableArray<ContentChange> changes)
    {
        var caret = 0;
        foreach (var change in changes)
        {
            if (change.Range is not { } range)
            {
                _pending.Clear();
                _text = change.Text;
                _lines = LineIndex.Of(_text);
                caret = 0;
                continue;
            }

            if (!StandsBefore(range))
                Flush();
            var edit = new TextEdit(new DocumentPositions(_text, _lines, encoding).SpanOf(range), change.Text);
            _pending.Add(edit);
            caret = edit.Span.Start + edit.NewText.Length;
        }

        Flush();
        return (_text, _lines, caret);
    }

    // Before every pending change, and at positions that exist: nothing that is pending can move those. Not directly
    // before: a line end that comes to stand after a "\r" is one with it.
    private bool StandsBefore(LspRange range)
    {
        if (_pending.Count == 0)
            return true;
        var positions = new DocumentPositions(_text, _lines, encoding);
        var span = positions.SpanOf(range);
        return span.End < _pending[^1].Span.Start && positions.RangeOf(span) == range;
    }

    private void Flush()
    {
        if (_pending.Count == 0)
            return;
        _pending.Reverse();
        ImmutableArray<TextEdit> edits = [.. _pending];
        _pending.Clear();
        _text = TextEdits.Apply(_text, edits);
        _lines = _lines.Apply(_text, edits);
    }
}
