using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>
/// Text as it is reviewed, with the way back to where each unit stands in the original file.
/// The two differ where the file escapes characters (JSON) or interrupts the text (quote marks, indents).
/// </summary>
public sealed class MappedText
{
    // Relative to _origin, so that a shift shares them.
    private readonly ImmutableArray<Run> _runs;
    private readonly int _origin;

    private MappedText(string text, ImmutableArray<Run> runs, int origin)
    {
        Text = text;
        _runs = runs;
        _origin = origin;
    }

    /// <summary>The text as it is reviewed.</summary>
    public string Text { get; }

    /// <summary>All of it, in the original.</summary>
    public TextSpan Whole => ToOriginal(new TextSpan(0, Text.Length));

    /// <summary>The pieces, at their places in the original.</summary>
    internal IEnumerable<Run> Runs => _runs.Select(run => run with { Original = run.Original + _origin });

    /// <summary>Text that stands in the original exactly as it is, from <paramref name="start"/> on.</summary>
    public static MappedText Verbatim(string text, int start)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MappedText(text, [new Run(0, 0, text.Length, text.Length)], start);
    }

    /// <summary>Text made of <paramref name="runs"/>: ascending, gapless in the reviewed text.</summary>
    public static MappedText FromRuns(string text, ImmutableArray<Run> runs) =>
        runs.IsDefaultOrEmpty ? Verbatim(text, 0) : new(text, runs, 0);

    /// <summary>Where <paramref name="span"/> of the reviewed text stands in the original. A unit inside an escape maps to the whole
    /// escape.</summary>
    public TextSpan ToOriginal(TextSpan span)
    {
        var start = MapStart(span.Start);
        var end = span.Length == 0 ? start : MapEnd(span.End);
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>Whether nothing else stands in the original within <paramref name="span"/>: a number that was sent in two pieces is no
    /// place to write another in.</summary>
    public bool IsUnbroken(TextSpan span)
    {
        var end = -1;
        foreach (var run in Slice(span).Runs)
        {
            if (end >= 0 && run.Original != end)
                return false;
            end = run.Original + run.OriginalLength;
        }

        return true;
    }

    /// <summary>The same text, its place in the original moved by <paramref name="delta"/>.</summary>
    public MappedText Shift(int delta) => delta == 0 ? this : new(Text, _runs, _origin + delta);

    /// <summary>How far this is from <paramref name="other"/>, which was read in the same reading; null where it is another text.</summary>
    public int? MovedFrom(MappedText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _runs == other._runs && ReferenceEquals(Text, other.Text) ? _origin - other._origin : null;
    }

    /// <summary>The part that <paramref name="span"/> covers.</summary>
    public MappedText Slice(TextSpan span)
    {
        if (span.Start == 0 && span.Length == Text.Length)
            return this;
        var runs = new RunBuilder();
        for (var index = FindIndex(span.Start); index < _runs.Length && _runs[index].Reviewed <= span.End; index++)
        {
            var run = _runs[index];
            var from = Math.Max(run.Reviewed, span.Start);
            var to = Math.Min(run.Reviewed + run.Length, span.End);
            if (from > to || (from == to && span.Length > 0))
                continue;
            var original = run.Original + _origin + (run.IsVerbatim ? from - run.Reviewed : 0);
            runs.Add(original, to - from, run.IsVerbatim ? to - from : run.OriginalLength);
        }

        return FromRuns(Text.Substring(span.Start, span.Length), runs.ToImmutable());
    }

    /// <summary>This text, read from the reviewed text of <paramref name="outer"/>, as text of outer's original.</summary>
    internal MappedText Through(MappedText outer)
    {
        var runs = new RunBuilder();
        foreach (var run in Runs)
        {
            if (!run.IsVerbatim || run.Length == 0)
            {
                var span = outer.ToOriginal(new TextSpan(run.Original, run.OriginalLength));
                runs.Add(span.Start, run.Length, span.Length);
                continue;
            }

            foreach (var part in outer.Slice(new TextSpan(run.Original, run.Length)).Runs)
                runs.Add(part.Original, part.Length, part.OriginalLength);
        }

        return FromRuns(Text, runs.ToImmutable());
    }

    /// <summary>The parts one after the other, <paramref name="separator"/> put in between.</summary>
    internal static MappedText Join(string separator, IReadOnlyList<MappedText> parts)
    {
        if (parts.Count == 1)
            return parts[0];
        var runs = new RunBuilder();
        for (var index = 0; index < parts.Count; index++)
        {
            foreach (var run in parts[index].Runs)
            {
                if (index > 0 && run.Reviewed == 0 && separator.Length > 0)
                    runs.Add(run.Original, separator.Length, 0);
                runs.Add(run.Original, run.Length, run.OriginalLength);
            }
        }

        return FromRuns(string.Join(separator, parts.Select(part => part.Text)), runs.ToImmutable());
    }

    private int MapStart(int offset)
    {
        var run = Find(offset);
        if (run.IsVerbatim)
            return _origin + run.Original + (offset - run.Reviewed);
        return _origin + (offset == run.Reviewed + run.Length ? run.Original + run.OriginalLength : run.Original);
    }

    private int MapEnd(int offset)
    {
        var run = Find(offset - 1);
        return _origin + run.Original + (run.IsVerbatim ? offset - run.Reviewed : run.OriginalLength);
    }

    private Run Find(int offset) => _runs[FindIndex(offset)];

    private int FindIndex(int offset)
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

        return low;
    }

    /// <summary>One piece: <paramref name="Length"/> reviewed units at <paramref name="Reviewed"/> stand at <paramref name="Original"/> in
    /// <paramref name="OriginalLength"/> units.</summary>
    /// <remarks>
    /// Equal lengths mean unit for unit; otherwise the piece is one indivisible escape, and with an
    /// original length of 0 it is text that the reader put in, such as the delimiters of a row of <c>align</c>.
    /// </remarks>
    public readonly record struct Run(int Reviewed, int Original, int Length, int OriginalLength)
    {
        /// <summary>Whether the piece maps unit for unit.</summary>
        public bool IsVerbatim => Length == OriginalLength;
    }
}
