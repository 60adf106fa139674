using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>
/// Text as it is reviewed, with the way back to where each unit stands in the original file.
/// The two differ where the file escapes characters (JSON) or interrupts the text (quote marks, indents).
/// </summary>
public sealed class MappedText
{
    private readonly ImmutableArray<Run> _runs;

    private MappedText(string text, ImmutableArray<Run> runs)
    {
        Text = text;
        _runs = runs;
    }

    /// <summary>Empty text that stands at offset 0.</summary>
    public static MappedText Empty { get; } = Verbatim(string.Empty, 0);

    /// <summary>The text as it is reviewed.</summary>
    public string Text { get; }

    /// <summary>The pieces, for equality tests and for shifting.</summary>
    internal ImmutableArray<Run> Runs => _runs;

    /// <summary>Text that stands in the original exactly as it is, from <paramref name="start"/> on.</summary>
    public static MappedText Verbatim(string text, int start) =>
        new(text, [new Run(0, start, text.Length, text.Length)]);

    /// <summary>Text made of <paramref name="runs"/>: ascending, gapless in the reviewed text.</summary>
    public static MappedText FromRuns(string text, ImmutableArray<Run> runs) =>
        runs.IsDefaultOrEmpty ? Verbatim(text, 0) : new(text, runs);

    /// <summary>Where <paramref name="span"/> of the reviewed text stands in the original. A unit inside an escape maps to the whole escape.</summary>
    public TextSpan ToOriginal(TextSpan span)
    {
        var start = MapStart(span.Start);
        var end = span.Length == 0 ? start : MapEnd(span.End);
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>The same text, its place in the original moved by <paramref name="delta"/>.</summary>
    public MappedText Shift(int delta) =>
        delta == 0 ? this : new(Text, [.. _runs.Select(run => run with { Original = run.Original + delta })]);

    /// <summary>The part that <paramref name="span"/> covers.</summary>
    public MappedText Slice(TextSpan span)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        foreach (var run in _runs)
        {
            var from = Math.Max(run.Reviewed, span.Start);
            var to = Math.Min(run.Reviewed + run.Length, span.End);
            if (from > to || (from == to && span.Length > 0))
                continue;
            var skip = from - run.Reviewed;
            runs.Add(run.IsVerbatim
                ? new Run(from - span.Start, run.Original + skip, to - from, to - from)
                : new Run(from - span.Start, run.Original, to - from, run.OriginalLength));
        }

        return FromRuns(Text.Substring(span.Start, span.Length), runs.ToImmutable());
    }

    private int MapStart(int offset)
    {
        var run = Find(offset);
        return run.IsVerbatim ? run.Original + (offset - run.Reviewed) : offset == run.Reviewed + run.Length ? run.Original + run.OriginalLength : run.Original;
    }

    private int MapEnd(int offset)
    {
        var run = Find(offset - 1);
        return run.IsVerbatim ? run.Original + (offset - run.Reviewed) : run.Original + run.OriginalLength;
    }

    private Run Find(int offset)
    {
        int low = 0, high = _runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_runs[middle].Reviewed <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return _runs[low];
    }

    /// <summary>One piece: <paramref name="Length"/> reviewed units at <paramref name="Reviewed"/> stand at <paramref name="Original"/> in <paramref name="OriginalLength"/> units.</summary>
    /// <remarks>Equal lengths mean unit for unit; otherwise the piece is one indivisible escape.</remarks>
    public readonly record struct Run(int Reviewed, int Original, int Length, int OriginalLength)
    {
        /// <summary>Whether the piece maps unit for unit.</summary>
        public bool IsVerbatim => Length == OriginalLength;
    }
}
