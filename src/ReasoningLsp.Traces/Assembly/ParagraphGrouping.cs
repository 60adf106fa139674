using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Labels;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Groups unmarked pieces into steps: one a paragraph, with what cannot stand by itself kept with its paragraph.</summary>
/// <remarks>
/// A list, a code fence, and a display after an unfinished sentence go with the paragraph above; a heading
/// goes with the one below; a display that a blank line tore apart is put together again. Aligned rows
/// that stand alone are steps of their own.
/// </remarks>
internal sealed class ParagraphGrouping(string file, List<Placed> pieces, Section section)
{
    private const int LongestTear = 8;

    private readonly bool _isThought = section.Kind == SectionKind.Thought;
    private readonly List<PartPlan> _plans = [];
    private readonly List<Dangling> _open = [];
    private int _from = -1, _taken;
    private bool _isHeading, _isFinished;

    public void Take(int index)
    {
        var placed = pieces[index];
        if (placed.Piece.Kind == PieceKind.Break)
        {
            Close(index);
            return;
        }

        if (!placed.HasContent || (placed.Section is not null && placed.Piece.Kind == PieceKind.Heading && !CarriesWork(placed)))
            return;
        if (_from < 0 || !Joins(placed))
        {
            Close(index);
            if (placed.Piece.Rows.Length >= 2)
            {
                for (var row = 0; row < placed.Piece.Rows.Length; row++)
                    _plans.Add(new PartPlan(index, index + 1, LabelUse.Text, row, _isThought));
                return;
            }

            _from = index;
            _taken = 0;
        }

        _taken++;
        _isHeading = placed.Piece.Kind == PieceKind.Heading;
        _isFinished = placed.Piece.EndsSentence;
        Track(placed.Piece);
    }

    public List<PartPlan> Finish(int end)
    {
        Close(end);
        return _plans;
    }

    // "### Answer: 17 * 24 = 398." heads nothing: its line is the working itself.
    private bool CarriesWork(Placed heading) =>
        heading.Section is LabelKind.Solution or LabelKind.Answer or LabelKind.ReferenceAnswer
        && WorkedText.Is(file[heading.ContentStart..heading.End]);

    private bool Joins(Placed placed)
    {
        if (_open.Count > 0 && _taken < LongestTear)
            return true;
        var piece = placed.Piece;
        if (piece.IsCell)
            return true;
        if (piece.Rows.Length >= 2 || piece.Kind == PieceKind.Heading)
            return false;
        if (_isHeading || piece.Kind == PieceKind.Code || (!piece.OpensBlock && piece.Label?.Kind == LabelKind.Reply))
            return true;
        if (placed.Depth > 0)
            return !(pieces[_from].Depth > 0 && (piece.IsBullet || placed.IsNumbered) && placed.Depth <= pieces[_from].Depth);
        // Displays that follow a sentence belong to it; where nothing but displays stand, each says something of its own.
        return !_isFinished && !pieces[_from].Piece.IsDisplay && (piece.IsDisplay || OpensTornDisplay(piece));
    }

    private static bool OpensTornDisplay(Piece piece) =>
        piece.Danglings is [{ Opens: true, Delimiter: not "\\(" } first, ..] && first.Span.Start == piece.ContentStart;

    private void Track(Piece piece)
    {
        foreach (var dangling in piece.Danglings)
        {
            var partner = _open.FindLastIndex(open => open.Partner == dangling.Delimiter);
            if (partner >= 0)
                _open.RemoveAt(partner);
            else if (dangling.Opens && dangling.Delimiter is not "\\(" && _open.Count < LongestTear)
                _open.Add(dangling);
        }
    }

    private void Close(int end)
    {
        if (_from >= 0)
            _plans.Add(new PartPlan(_from, end, UseOf(_from), -1, _isThought));
        _from = -1;
        _open.Clear();
        _isHeading = false;
    }

    private LabelUse UseOf(int index)
    {
        if (pieces[index].Piece.Label is not { } label)
            return LabelUse.Text;
        if (pieces[index].Section is null)
            return LabelUse.Label;
        // "A:" is the label of the reply it opens, and an option anywhere else.
        return label.Kind != LabelKind.Reply || (index == section.From && section is { Kind: SectionKind.Solution, IsNamed: true })
            ? LabelUse.Skip : LabelUse.Text;
    }
}
