using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Segments;

/// <summary>Collects segments in order and fills what lies between them with prose.</summary>
internal sealed class SegmentList(int length)
{
    private readonly ImmutableArray<Segment>.Builder _segments = ImmutableArray.CreateBuilder<Segment>();
    private int _covered;

    public void Add(SegmentKind kind, int start, int end, int opener, int closer)
    {
        if (end <= start)
            return;
        FillTo(start);
        _segments.Add(new Segment(kind, TextSpan.FromBounds(start + opener, end - closer), TextSpan.FromBounds(start, end)));
        _covered = end;
    }

    public ImmutableArray<Segment> ToImmutable()
    {
        FillTo(length);
        return _segments.ToImmutable();
    }

    private void FillTo(int start)
    {
        if (start <= _covered)
            return;
        var prose = TextSpan.FromBounds(_covered, start);
        _segments.Add(new Segment(SegmentKind.Prose, prose, prose));
        _covered = start;
    }
}
