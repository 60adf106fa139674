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
    private TextDelta? _delta = TextDelta.None;

    /// <summary>
    /// The text after <paramref name="changes"/>, its lines, where the last of them ended, and what was replaced; null: everything.
    /// </summary>
    public (string Text, LineIndex Lines, int Caret, TextDelta? Delta) Apply(ImmutableArray<ContentChange> changes)
    {
        var caret = 0;
        foreach (var change in changes)
        {
            if (change.Range is not { } range)
            {
                _pending.Clear();
                _text = change.Text;
                _lines = LineIndex.Of(_text);
                _delta = null;
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
        return (_text, _lines, caret, _delta);
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
        _delta = _delta?.Then(TextDelta.Of(edits));
    }
}
