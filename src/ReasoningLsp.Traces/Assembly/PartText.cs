using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Puts the text of a part together from stretches of the file, leaving out what is no part of it.</summary>
internal sealed class PartText(string file)
{
    private readonly List<TextSpan> _kept = [];
    private readonly List<TextSpan> _code = [];

    public static (MappedText Text, ImmutableArray<TextSpan> Code) Build(string file, List<Placed> pieces, PartPlan plan)
    {
        var text = new PartText(file);
        var last = -1;
        for (var index = plan.From; index < plan.To; index++)
        {
            var placed = pieces[index];
            if (placed.Piece.Kind is not (PieceKind.Text or PieceKind.Heading or PieceKind.Code))
                continue;
            if (last >= 0 && placed.Piece.IsCell)
                text._kept.Add(new TextSpan(placed.Start, 0)); // a cell is a line of its own
            else if (last >= 0)
                text.KeepBreaks(last, placed.Start);
            var withoutLabel = index == plan.From && plan.Use != LabelUse.Text;
            text.Keep(placed, withoutLabel ? placed.ContentStart : placed.TextStart, withoutLabel);
            last = placed.End;
        }

        return text.Finish(pieces[plan.From].ContentStart);
    }

    /// <summary>A row of aligned mathematics, with the delimiters that it needs to be read by itself.</summary>
    public static MappedText Row(string file, TextSpan row)
    {
        ImmutableArray<MappedText.Run> runs =
        [
            new(0, row.Start, 2, 0), new(2, row.Start, row.Length, row.Length), new(2 + row.Length, row.End, 2, 0),
        ];
        return MappedText.FromRuns(string.Concat("\\[", file.AsSpan(row.Start, row.Length), "\\]"), runs);
    }

    private void Keep(Placed placed, int from, bool withoutLabel)
    {
        var at = from;
        var closer = withoutLabel ? placed.Piece.Label?.Closer.Shift(placed.Offset) : null;
        foreach (var relative in placed.Piece.Holes)
        {
            var hole = relative.Shift(placed.Offset);
            if (closer is { Length: > 0 } sign && sign.Start < hole.Start && sign.Start >= at)
            {
                KeepRange(at, sign.Start);
                at = sign.End;
            }

            if (hole.End <= at)
                continue;
            KeepRange(at, Math.Min(hole.Start, placed.End));
            at = hole.End;
        }

        if (closer is { Length: > 0 } late && late.Start >= at)
        {
            KeepRange(at, late.Start);
            at = late.End;
        }

        KeepRange(at, placed.End);
        foreach (var span in placed.Piece.Code)
            _code.Add(span.Shift(placed.Offset));
    }

    private void KeepRange(int start, int end)
    {
        if (end > start)
            _kept.Add(TextSpan.FromBounds(start, end));
    }

    // Two line ends at most: enough to show that a paragraph ends.
    private void KeepBreaks(int from, int to)
    {
        var kept = 0;
        for (var at = from; at < to && kept < 2; at++)
        {
            if (file[at] is not ('\r' or '\n'))
                continue;
            var after = Math.Min(to, Lines.AfterBreak(file, at));
            KeepRange(at, after);
            at = after - 1;
            kept++;
        }

        for (var at = from; at < to && kept == 0; at++)
            if (char.IsWhiteSpace(file[at]))
            {
                KeepRange(at, at + 1);
                kept++;
            }

        if (kept == 0)
            _kept.Add(new TextSpan(to, 0)); // no blank between the two: one is put in
    }

    private (MappedText Text, ImmutableArray<TextSpan> Code) Finish(int emptyAt)
    {
        Trim();
        if (_kept.Count == 0)
            return (MappedText.Verbatim(string.Empty, emptyAt), []);
        var runs = new RunBuilder();
        var text = new System.Text.StringBuilder(_kept.Sum(span => Math.Max(1, span.Length)));
        var code = ImmutableArray.CreateBuilder<TextSpan>();
        var nextCode = 0;
        foreach (var span in _kept)
        {
            var at = text.Length;
            runs.Add(span.Start, Math.Max(1, span.Length), span.Length);
            if (span.Length == 0)
                text.Append('\n');
            else
                text.Append(file, span.Start, span.Length);
            while (nextCode < _code.Count && _code[nextCode].End <= span.Start)
                nextCode++;
            for (var index = nextCode; index < _code.Count && _code[index].Start < span.End; index++)
                AddCode(code, Math.Max(_code[index].Start, span.Start) - span.Start + at,
                    Math.Min(_code[index].End, span.End) - span.Start + at);
        }

        return (MappedText.FromRuns(text.ToString(), runs.ToImmutable()), code.ToImmutable());
    }

    private static void AddCode(ImmutableArray<TextSpan>.Builder code, int start, int end)
    {
        if (code.Count > 0 && code[^1].End == start)
            code[^1] = TextSpan.FromBounds(code[^1].Start, end);
        else if (end > start)
            code.Add(TextSpan.FromBounds(start, end));
    }

    private void Trim()
    {
        var blank = 0;
        while (blank < _kept.Count)
        {
            var start = Lines.SkipSpace(file, _kept[blank].Start, _kept[blank].End);
            _kept[blank] = TextSpan.FromBounds(start, _kept[blank].End);
            if (_kept[blank].Length > 0)
                break;
            blank++;
        }

        _kept.RemoveRange(0, blank);

        while (_kept.Count > 0)
        {
            var end = _kept[^1].End;
            while (end > _kept[^1].Start && char.IsWhiteSpace(file[end - 1]))
                end--;
            _kept[^1] = TextSpan.FromBounds(_kept[^1].Start, end);
            if (_kept[^1].Length > 0)
                break;
            _kept.RemoveAt(_kept.Count - 1);
        }
    }
}
