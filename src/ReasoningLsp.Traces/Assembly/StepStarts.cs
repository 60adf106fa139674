using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Finds the pieces that steps begin with where a section marks them.</summary>
internal static class StepStarts
{
    /// <summary>The indexes of the pieces, or null where the section marks no steps.</summary>
    public static List<int>? Marked(List<Placed> pieces, Section section) =>
        BySteps(pieces, section) ?? ByHeadings(pieces, section) ?? ByNumbers(pieces, section);

    private static List<int>? BySteps(List<Placed> pieces, Section section)
    {
        var level = int.MaxValue;
        var found = false;
        for (var index = section.From; index < section.To; index++)
        {
            if (!pieces[index].IsStep)
                continue;
            found = true;
            if (pieces[index].Piece.Kind == PieceKind.Heading)
                level = Math.Min(level, pieces[index].Piece.Level);
        }

        if (!found)
            return null;
        if (level == int.MaxValue)
            level = PieceMaker.BoldLevel - 1;
        return Where(section, index => pieces[index].IsStep || (pieces[index].IsPlainHeading && pieces[index].Piece.Level <= level));
    }

    // The highest level with two headings or more; deeper ones divide a step.
    private static List<int>? ByHeadings(List<Placed> pieces, Section section)
    {
        Span<int> counts = stackalloc int[PieceMaker.BoldLevel + 1];
        counts.Clear();
        for (var index = section.From; index < section.To; index++)
            if (pieces[index].IsPlainHeading)
                counts[Math.Min(pieces[index].Piece.Level, PieceMaker.BoldLevel)]++;
        for (var level = 1; level <= PieceMaker.BoldLevel; level++)
            if (counts[level] >= 2)
                return Where(section, index => pieces[index].IsPlainHeading && pieces[index].Piece.Level <= level);
        return null;
    }

    private static List<int>? ByNumbers(List<Placed> pieces, Section section)
    {
        var starts = Where(section, index =>
            pieces[index].IsNumbered && pieces[index].Depth <= (pieces[index].Piece.Label!.Style == LabelStyle.Item ? 1 : 0));
        return starts.Count >= 2 || (starts.Count == 1 && starts[0] == FirstContent(pieces, section)) ? starts : null;
    }

    private static int FirstContent(List<Placed> pieces, Section section)
    {
        for (var index = section.From; index < section.To; index++)
            if (pieces[index].HasContent)
                return index;
        return -1;
    }

    private static List<int> Where(Section section, Func<int, bool> isStart)
    {
        var starts = new List<int>();
        for (var index = section.From; index < section.To; index++)
            if (isStart(index))
                starts.Add(index);
        return starts;
    }
}
