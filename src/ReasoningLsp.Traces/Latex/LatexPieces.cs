using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Labels;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Latex;

/// <summary>Reads one chunk of LaTeX into pieces.</summary>
internal sealed class LatexPieces
{
    private readonly ChunkSource _source;
    private readonly PieceList _pieces;
    private readonly List<TextSpan> _leftOut = [];
    private int _start;
    private int? _item;
    private int _itemContent;

    private LatexPieces(ChunkSource source)
    {
        _source = source;
        _pieces = new PieceList(source, numbersInside: false);
    }

    public static ChunkContent Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return ChunkContent.Empty;
        var reader = new LatexPieces(LatexSource.Of(text));
        reader.Run();
        return reader._pieces.ToContent();
    }

    private void Run()
    {
        foreach (var segment in _source.Segments)
            if (segment.Kind == SegmentKind.Prose)
                Prose(segment.Whole);
        Flush(_source.Text.Length);
    }

    private void Prose(TextSpan prose)
    {
        var text = _source.Text;
        for (var at = Math.Max(prose.Start, _start); at < prose.End; at++)
        {
            var found = text.AsSpan(at, prose.End - at).IndexOf('\\');
            if (found < 0)
                return;
            at += found;
            if (LatexCommand.At(text, at) is not { } command)
            {
                at++;
                continue;
            }

            if (command.Kind is { } kind)
                Shape(at, kind, command);
            else
                _leftOut.Add(TextSpan.FromBounds(at, command.End));
            at = command.End - 1;
        }
    }

    private void Shape(int at, PieceKind kind, LatexCommand command)
    {
        Flush(at);
        _start = command.End;
        if (command.IsItem)
        {
            _item = at;
            _itemContent = command.End;
        }
        else if (kind == PieceKind.Heading)
        {
            var title = _source.Text.AsSpan(command.Title.Start, command.Title.Length);
            var label = LabelScanner.At(title, isHeading: true);
            var piece = new Piece(PieceKind.Heading, at, command.Title.End) { Level = command.Level };
            _pieces.Add(_pieces.Complete(piece, command.Title.Start, label, []));
        }
        else if (command.Opens is { } opened && kind == PieceKind.Text)
        {
            var label = new Label(opened, LabelStyle.Heading, null, command.End - at, default);
            _pieces.Add(new Piece(PieceKind.Text, at, command.End) { TextStart = command.End, ContentStart = command.End, Label = label });
        }
        else
        {
            _pieces.Add(new Piece(kind, at, command.End));
        }
    }

    private void Flush(int end)
    {
        var text = _source.Text;
        var start = Lines.SkipSpace(text, Math.Min(_start, end), end);
        foreach (var hole in _leftOut)
            if (hole.Start == start)
                start = Lines.SkipSpace(text, Math.Min(end, hole.End), end);
        end = Lines.TrimEnd(text, start, end);
        if (end > start || _item is not null)
            AddText(start, end);
        _leftOut.Clear();
        _item = null;
    }

    private void AddText(int start, int end)
    {
        var line = _source.Text.AsSpan(start, Lines.EndOfLine(_source.Text, start, end) - start);
        var label = LabelScanner.At(line, isHeading: false);
        var holes = _leftOut.Where(hole => hole.Start >= start && hole.End <= end).ToList();
        if (_item is { } item)
        {
            var word = label is { Kind: not LabelKind.Number };
            var piece = _pieces.Complete(new Piece(PieceKind.Text, item, Math.Max(end, _itemContent)), start, word ? label : null,
                [.. holes]);
            _pieces.Add(word ? piece : piece with
            {
                Label = new Label(LabelKind.Item, LabelStyle.Item, WrittenNumber(item), _itemContent - item, default),
                TextStart = Math.Max(start, _itemContent),
                ContentStart = Math.Max(start, _itemContent),
                Rows = [],
            });
            return;
        }

        _pieces.Add(_pieces.Complete(new Piece(PieceKind.Text, start, end), start, label, [.. holes]));
    }

    // "\item[3.]"
    private int? WrittenNumber(int item)
    {
        var option = _source.Text.AsSpan(item + "\\item".Length, _itemContent - item - "\\item".Length).Trim("[]().: ");
        return option.Length is > 0 and < 4 && !option.ContainsAnyExceptInRange('0', '9') && int.TryParse(option, out var number) ? number
            : null;
    }
}
