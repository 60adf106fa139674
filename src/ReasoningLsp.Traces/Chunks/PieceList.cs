using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>Makes pieces of blocks: finds their labels, cuts them at labelled lines and thought tags.</summary>
internal sealed class PieceList(ChunkSource source, bool numbersInside)
{
    /// <summary>The level of a bold phrase that stands as a heading: below every real one.</summary>
    public const int BoldLevel = 7;

    private readonly List<Piece> _pieces = [];

    public void Add(Piece piece) => _pieces.Add(piece);

    public void AddCode(int start, int end, int depth, ItemOpening? opening)
    {
        var from = opening?.Start ?? start;
        var piece = new Piece(PieceKind.Code, from, TrimEnd(start, end)) { TextStart = start, ContentStart = start, ListDepth = depth, Code = [TextSpan.FromBounds(start, end)] };
        _pieces.Add(WithOpening(piece, opening, start));
    }

    public void AddEmptyItem(ItemOpening opening, int end, int depth)
    {
        var stop = TrimEnd(opening.Start, Math.Min(end, source.Text.Length));
        var piece = new Piece(PieceKind.Text, opening.Start, stop) { TextStart = stop, ContentStart = stop, ListDepth = depth };
        _pieces.Add(WithOpening(piece, opening, stop));
    }

    public void AddHeading(int start, int end, int level, int depth, ItemOpening? opening)
    {
        var stop = TrimEnd(start, end);
        var text = start;
        while (text < stop && source.Text[text] is '#' or ' ' or '\t')
            text++;
        var label = LabelScanner.At(source.Text.AsSpan(text, stop - text), isHeading: true);
        var piece = new Piece(PieceKind.Heading, opening?.Start ?? start, stop) { Level = level, ListDepth = depth };
        _pieces.Add(Complete(piece, text, label, []));
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

        var first = 0;
        var isNumbered = false;
        for (var index = 0; index < lines.Count; index++)
        {
            var at = Lines.SkipBlanks(source.Text, lines[index].Start, lines[index].End);
            var label = IsInMath(at) ? null : LabelScanner.At(source.Text.AsSpan(at, lines[index].End - at), isHeading: false);
            if (index == 0)
            {
                isNumbered = label?.Kind == LabelKind.Number;
                continue;
            }

            if (label is null || (label.Kind == LabelKind.Number && !(numbersInside && isNumbered)))
                continue;
            AddLines(lines, first, index, depth, first == 0 ? opening : null);
            first = index;
        }

        AddLines(lines, first, lines.Count, depth, first == 0 ? opening : null);
    }

    public ChunkContent ToContent()
    {
        var pieces = source.Tags.IsEmpty ? _pieces : new ThinkSplitter(source, this).Split(_pieces);
        return pieces.Count == 0 && source.Notes.IsEmpty ? ChunkContent.Empty : new ChunkContent { Pieces = [.. pieces], Comments = source.Notes };
    }

    private void AddLines(List<TextSpan> lines, int from, int to, int depth, ItemOpening? opening)
    {
        var start = Lines.SkipBlanks(source.Text, lines[from].Start, lines[from].End);
        var end = TrimEnd(start, lines[to - 1].End);
        if (end <= start && opening is null)
            return;
        var holes = ImmutableArray.CreateBuilder<TextSpan>();
        for (var index = from + 1; index < to; index++)
        {
            var lineStart = Lines.AfterBreak(source.Text, Lines.EndOfLine(source.Text, lines[index - 1].End, source.Text.Length));
            if (lines[index].Start > lineStart)
                holes.Add(TextSpan.FromBounds(lineStart, lines[index].Start));
        }

        var label = LabelScanner.At(source.Text.AsSpan(start, Math.Max(0, lines[from].End - start)), isHeading: false);
        if (IsInMath(start))
            label = null;
        if (label is { Kind: LabelKind.Solution or LabelKind.Reply, Closer.Length: 0 } && opening is null)
        {
            // "Solution: Step 1: …" holds two labels.
            var content = Lines.SkipBlanks(source.Text, start + label.Length, lines[from].End);
            if (LabelScanner.At(source.Text.AsSpan(content, lines[from].End - content), isHeading: false) is { Kind: LabelKind.Step or LabelKind.Number })
            {
                _pieces.Add(Complete(new Piece(PieceKind.Text, start, content) { ListDepth = depth, OpensBlock = from == 0 }, start, label, []));
                lines[from] = TextSpan.FromBounds(content, lines[from].End);
                AddLines(lines, from, to, depth, null);
                return;
            }
        }

        var piece = new Piece(PieceKind.Text, opening?.Start ?? start, end) { ListDepth = depth, OpensBlock = from == 0 };
        if (label is null && opening is null && IsBoldPhrase(start, end))
            piece = piece with { Kind = PieceKind.Heading, Level = BoldLevel };
        piece = Complete(piece, start, label, holes.ToImmutable().AsSpan());
        _pieces.Add(label is null || (label.Kind == LabelKind.Number && opening?.Number is not null) ? WithOpening(piece, opening, start) : piece);
    }

    /// <summary>Fills in what follows from the label and from what the chunk knows of the stretch.</summary>
    public Piece Complete(Piece piece, int text, Label? label, ReadOnlySpan<TextSpan> prefixes)
    {
        var content = label is null ? text : Lines.SkipSpace(source.Text, text + label.Length, piece.End);
        List<TextSpan> holes = [.. prefixes];
        holes.AddRange(Spans.Overlapping(source.Comments, piece.Start, piece.End));
        if (piece.Level == BoldLevel && label is null)
            AddEmphasisHoles(text, piece.End, holes);
        holes.Sort((left, right) => left.Start.CompareTo(right.Start));
        return piece with
        {
            TextStart = text,
            ContentStart = content,
            Label = label is { Closer.Length: > 0 } ? label with { Closer = label.Closer.Shift(text) } : label,
            Holes = [.. holes],
            Code = piece.Code.IsEmpty ? Within(piece) : piece.Code,
            Danglings = DanglingsWithin(piece.Start, piece.End),
            EndsSentence = piece.End > content && source.Text[piece.End - 1] is ('.' or '!' or '?' or '。' or '！' or '？'),
            IsDisplay = label is null && IsDisplay(content, piece.End),
            Rows = label is null ? Rows(content, piece.End) : [],
        };
    }

    private static Piece WithOpening(Piece piece, ItemOpening? opening, int text)
    {
        if (opening is null)
            return piece;
        if (opening.Number is not { } number)
            return piece with { IsBullet = true };
        return piece with { Label = new Label(LabelKind.Number, LabelStyle.Item, number, text - opening.Start, default), TextStart = text, ContentStart = text };
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

    private void AddEmphasisHoles(int text, int end, List<TextSpan> holes)
    {
        holes.Add(new TextSpan(text, 2));
        holes.Add(new TextSpan(text + source.Text[text..end].LastIndexOf("**", StringComparison.Ordinal), 2));
    }

    /// <summary>The delimiters without partner that stand in [start, end).</summary>
    public ImmutableArray<Dangling> DanglingsWithin(int start, int end)
    {
        var all = _danglings ??= Dangling.Find(source.Text, source.Segments);
        int low = 0, high = all.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Span.Start >= start)
                high = middle;
            else
                low = middle + 1;
        }

        while (high < all.Length && all[high].Span.End <= end)
            high++;
        return low == high ? [] : all[low..high];
    }

    private ImmutableArray<Dangling>? _danglings;

    private bool IsUnderline(TextSpan line)
    {
        var text = source.Text.AsSpan(line.Start, line.Length).Trim(" \t");
        return text.Length >= 3 && text[0] is ('=' or '-') && !text.ContainsAnyExcept(text[0]);
    }

    private bool IsInMath(int at)
    {
        var segment = SegmentAt(at);
        return segment is { Kind: SegmentKind.DisplayMath or SegmentKind.InlineMath } && segment.Value.Whole.Start < at;
    }

    private Segment? SegmentAt(int at)
    {
        int low = 0, high = source.Segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (source.Segments[middle].Whole.Start <= at)
                low = middle;
            else
                high = middle - 1;
        }

        return source.Segments.IsEmpty ? null : source.Segments[low];
    }

    private bool IsDisplay(int start, int end)
    {
        var segment = SegmentAt(start);
        return segment is { Kind: SegmentKind.DisplayMath } && segment.Value.Whole.Start == start
            && source.Text.AsSpan(segment.Value.Whole.End, Math.Max(0, end - segment.Value.Whole.End)).Trim(" .,;\t").IsEmpty;
    }

    private ImmutableArray<TextSpan> Rows(int start, int end) =>
        IsDisplay(start, end) ? AlignRows.Find(source.Text, SegmentAt(start)!.Value) : [];

    private ImmutableArray<TextSpan> Within(Piece piece)
    {
        if (source.Code.IsEmpty)
            return [];
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in Spans.Overlapping(source.Code, piece.Start, piece.End))
            found.Add(TextSpan.FromBounds(Math.Max(span.Start, piece.Start), Math.Min(span.End, piece.End)));
        return found.ToImmutable();
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(source.Text[end - 1]))
            end--;
        return end;
    }
}
