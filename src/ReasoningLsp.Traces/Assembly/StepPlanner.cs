using ReasoningLsp.Traces.Chunks;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Decides where steps begin in a section, by the strongest way of marking them that the section uses.</summary>
/// <remarks>
/// "Step 3" labels, then headings, then numbers, then paragraphs. Whatever stands between two marked
/// starts belongs to the step before it.
/// </remarks>
internal sealed class StepPlanner(string file, List<Placed> pieces, Section section)
{
    private readonly List<PartPlan> _plans = [];

    /// <summary>The steps, and the first piece that a marked step begins with (the section's end where steps are not marked).</summary>
    public (List<PartPlan> Plans, int FirstMarked) Plan()
    {
        var starts = section.Kind == SectionKind.Thought ? null : StepStarts.Marked(pieces, section);
        var firstMarked = starts is { Count: > 0 } ? starts[0] : section.To;
        Paragraphs(section.From, firstMarked);
        if (starts is not null)
            Marked(starts);
        return (_plans, firstMarked);
    }

    private void Marked(List<int> starts)
    {
        for (var index = 0; index < starts.Count; index++)
        {
            var from = starts[index];
            var to = index + 1 < starts.Count ? starts[index + 1] : section.To;
            var label = pieces[from].Piece.Label;
            if (label is null && !HasBody(from, to))
                continue; // a title above the steps
            var isLast = index + 1 == starts.Count && pieces[from].IsNumbered && pieces[from].Piece.Kind != PieceKind.Heading;
            var end = isLast ? EndOfList(from + 1, to) : to;
            _plans.Add(new PartPlan(from, end, label is null ? LabelUse.Text : LabelUse.Label));
            if (end < to)
                Paragraphs(end, to);
        }
    }

    private bool HasBody(int from, int to)
    {
        for (var index = from + 1; index < to; index++)
            if (pieces[index].HasContent)
                return true;
        return false;
    }

    // Where the paragraphs begin that conclude after the last item of a list.
    private int EndOfList(int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var piece = pieces[index].Piece;
            if (pieces[index].Depth == 0 && piece is { Kind: PieceKind.Text or PieceKind.Heading, OpensBlock: true, IsDisplay: false })
                return index;
        }

        return to;
    }

    private void Paragraphs(int from, int to)
    {
        var grouping = new ParagraphGrouping(file, pieces, section);
        for (var index = from; index < to; index++)
            grouping.Take(index);
        _plans.AddRange(grouping.Finish(to));
    }
}
