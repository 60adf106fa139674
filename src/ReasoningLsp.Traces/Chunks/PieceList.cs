using System.Collections.Immutable;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>Makes pieces of blocks: finds their labels, cuts them at labelled lines and thought tags.</summary>
internal sealed class PieceList(ChunkSource source, bool numbersInside)
{
    private readonly List<Piece> _pieces = [];
    private readonly PieceMaker _maker = new(source);

    public void Add(Piece piece) => _pieces.Add(piece);

    public void AddCode(int start, int end, int depth, ItemOpening? opening)
    {
        var from = opening?.Start ?? start;
        var piece = new Piece(PieceKind.Code, from, Lines.TrimEnd(source.Text, start, end))
        {
            TextStart = start,
            ContentStart = start,
            ListDepth = depth,
            Code = [TextSpan.FromBounds(start, end)],
        };
        _pieces.Add(WithOpening(piece, opening, start));
    }

    public void AddEmptyItem(ItemOpening opening, int end, int depth)
    {
        var stop = Lines.TrimEnd(source.Text, opening.Start, Math.Min(end, source.Text.Length));
        var piece = new Piece(PieceKind.Text, opening.Start, stop) { TextStart = stop, ContentStart = stop, ListDepth = depth };
        _pieces.Add(WithOpening(piece, opening, stop));
    }

    public void AddHeading(int start, int end, int level, int depth, ItemOpening? opening)
    {
        var stop = Lines.TrimEnd(source.Text, start, end);
        var text = start;
        while (text < stop && source.Text[text] is '#' or ' ' or '\t')
            text++;
        var label = LabelScanner.At(source.Text.AsSpan(text, stop - text), isHeading: true);
        if (ResultLine.Is(source.Text.AsSpan(start, stop - start)))
            label = new Label(LabelKind.Answer, LabelStyle.Heading, null, 0, default);
        var piece = new Piece(PieceKind.Heading, opening?.Start ?? start, stop) { Level = level, ListDepth = depth };
        _pieces.Add(_maker.Complete(piece, text, label, []));
    }

    /// <summary>Adds a paragraph of <paramref name="lines"/> as pieces, one for each label.</summary>
    public void AddParagraph(List<TextSpan> lines, int depth, ItemOpening? opening)
    {
        if (lines.Count > 1 && IsUnderline(lines[^1]))
        {
            var level = source.Text[Lines.SkipBlanks(source.Text, lines[^1].Start, lines[^1].End)] == '=' ? 1 : 2;
            lines.RemoveAt(lines.Count - 1);
            if (opening is null && depth == 0)
            {
                AddHeading(lines[0].Start, lines[^1].End, level, depth, opening);
                return;
            }
        }

        if (opening is null && TableRows.DelimiterAt(source.Text, lines) is > 0 and var delimiter)
        {
            AddTable(lines, delimiter, depth);
            return;
        }

        var first = 0;
        var isNumbered = false;
        HashSet<int> worked = [];
        for (var index = 0; index < lines.Count; index++)
        {
            var at = Lines.SkipBlanks(source.Text, lines[index].Start, lines[index].End);
            var label = _maker.IsInMath(at) ? null : LabelScanner.At(source.Text.AsSpan(at, lines[index].End - at), isHeading: false);
            if (index == 0)
            {
                isNumbered = label?.Kind == LabelKind.Number;
                worked = label is null && opening is null && depth == 0 ? WorkedLines.Starts(source.Text, lines) : [];
                continue;
            }

            var isWorked = label is null && worked.Contains(index) && !_maker.IsInMath(at);
            if (!isWorked && (label is null || (label.Kind == LabelKind.Number && !(numbersInside && isNumbered))))
                continue;
            AddLines(lines, first, index, depth, first == 0 ? opening : null);
            first = index;
        }

        AddLines(lines, first, lines.Count, depth, first == 0 ? opening : null);
    }

    // The head says what the columns are; every row below is a piece, and each of its further cells one that goes with it.
    private void AddTable(List<TextSpan> lines, int delimiter, int depth)
    {
        if (delimiter > 1)
            AddParagraph(lines[..(delimiter - 1)], depth, null);
        var row = delimiter + 1;
        for (; row < lines.Count && source.Text.AsSpan(lines[row].Start, lines[row].Length).Contains('|'); row++)
        {
            var isFirst = true;
            foreach (var cell in TableRows.Cells(source.Text, lines[row], at => _maker.IsInMath(at)))
            {
                var piece = new Piece(PieceKind.Text, cell.Start, cell.End) { ListDepth = depth, OpensBlock = isFirst, IsCell = !isFirst };
                _pieces.Add(_maker.Complete(piece, cell.Start, null, []));
                isFirst = false;
            }
        }

        if (row < lines.Count)
            AddParagraph(lines[row..], depth, null);
    }

    /// <summary>The piece filled in with what the chunk knows of its stretch.</summary>
    /// <param name="piece">Its kind and extent.</param>
    /// <param name="text">Where its text begins.</param>
    /// <param name="label">Its label, as found at <paramref name="text"/>.</param>
    /// <param name="holes">What of it is no text, beside comments.</param>
    public Piece Complete(Piece piece, int text, Label? label, ReadOnlySpan<TextSpan> holes) => _maker.Complete(piece, text, label, holes);

    public ChunkContent ToContent()
    {
        var pieces = source.Tags.IsEmpty ? _pieces : new ThinkSplitter(source, _maker).Split(_pieces);
        return pieces.Count == 0 && source.Notes.IsEmpty ? ChunkContent.Empty
            : new ChunkContent { Pieces = [.. pieces], Comments = source.Notes };
    }

    private void AddLines(List<TextSpan> lines, int from, int to, int depth, ItemOpening? opening)
    {
        var start = Lines.SkipBlanks(source.Text, lines[from].Start, lines[from].End);
        var end = Lines.TrimEnd(source.Text, start, lines[to - 1].End);
        if (end <= start && opening is null)
            return;
        var holes = ImmutableArray.CreateBuilder<TextSpan>();
        for (var index = from + 1; index < to; index++)
        {
            var lineStart = Lines.AfterBreak(source.Text, Lines.EndOfLine(source.Text, lines[index - 1].End, source.Text.Length));
            if (lines[index].Start > lineStart)
                holes.Add(TextSpan.FromBounds(lineStart, lines[index].Start));
        }

        var (at, label) = (start, LabelScanner.At(source.Text.AsSpan(start, Math.Max(0, lines[from].End - start)), isHeading: false));
        // "1. Schritt: …": the number of the item is that of the step.
        if (label is null && opening is { Number: not null } && LabelScanner.At(source.Text.AsSpan(opening.Start,
            Math.Max(0, lines[from].End - opening.Start)), isHeading: false) is { Kind: LabelKind.Step } step)
            (at, label) = (opening.Start, step);
        if (_maker.IsInMath(start))
            (at, label) = (start, null);
        if (label is { Kind: LabelKind.Solution or LabelKind.Reply, Closer.Length: 0 } && opening is null)
        {
            // "Solution: Step 1: …" holds two labels.
            var content = Lines.SkipBlanks(source.Text, start + label.Length, lines[from].End);
            if (LabelScanner.At(source.Text.AsSpan(content, lines[from].End - content),
                isHeading: false) is { Kind: LabelKind.Step or LabelKind.Number })
            {
                _pieces.Add(_maker.Complete(new Piece(PieceKind.Text, start, content) { ListDepth = depth, OpensBlock = from == 0 }, start,
                    label, []));
                lines[from] = TextSpan.FromBounds(content, lines[from].End);
                AddLines(lines, from, to, depth, null);
                return;
            }
        }

        var piece = new Piece(PieceKind.Text, opening?.Start ?? start, end) { ListDepth = depth, OpensBlock = from == 0 };
        if (label is null && opening is null && IsBoldPhrase(start, end))
            piece = piece with { Kind = PieceKind.Heading, Level = PieceMaker.BoldLevel };
        piece = _maker.Complete(piece, at, label, holes.ToImmutable().AsSpan());
        _pieces.Add(label is null || (label.Kind == LabelKind.Number && opening?.Number is not null) ? WithOpening(piece, opening, start)
            : piece);
    }

    private static Piece WithOpening(Piece piece, ItemOpening? opening, int text)
    {
        if (opening is null)
            return piece;
        if (opening.Number is not { } number)
            return piece with { IsBullet = true };
        return piece with
        {
            Label = new Label(LabelKind.Number, LabelStyle.Item, number, text - opening.Start, default),
            TextStart = text,
            ContentStart = text
        };
    }

    // A paragraph that is one bold phrase stands as a heading.
    private bool IsBoldPhrase(int start, int end)
    {
        var text = source.Text.AsSpan(start, end - start).TrimEnd(":： ");
        if (text.Length < 5 || text.Length > 120 || !(text.StartsWith("**") && text.EndsWith("**")))
            return false;
        var inner = text[2..^2];
        return !inner.Contains("**", StringComparison.Ordinal) && !inner.ContainsAny('\r', '\n');
    }

    private bool IsUnderline(TextSpan line)
    {
        var text = source.Text.AsSpan(line.Start, line.Length).Trim(" \t");
        return text.Length >= 3 && text[0] is ('=' or '-') && !text.ContainsAnyExcept(text[0]);
    }
}
