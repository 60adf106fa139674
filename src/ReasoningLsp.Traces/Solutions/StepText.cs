using System.Collections.Immutable;
using ReasoningLsp.Traces.Assembly;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Inline;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Solutions;

/// <summary>Reads one step that stands by itself: splits off its label, leaves out thought tags, finds its code.</summary>
internal static class StepText
{
    /// <param name="whole">The step as written.</param>
    /// <param name="index">Its position.</param>
    /// <param name="isThought">Whether a thought is open when it begins; afterwards, whether one still is.</param>
    public static Part Read(MappedText whole, int index, ref bool isThought)
    {
        var text = whole.Text;
        var markup = MarkupScanner.Scan(text);
        var holes = new List<TextSpan>();
        var thought = isThought;
        foreach (var tag in markup.Tags)
        {
            holes.Add(tag.Span);
            isThought = tag.Opens;
            thought |= tag.Opens;
        }

        var start = SkipSpaceAndTags(text, markup.Tags);
        var (label, content) = LabelOf(text, start);
        if (label is { Closer.Length: > 0 })
            holes.Add(label.Closer);
        var (kept, span) = Keep(text, content, holes);
        var code = markup.Code.IsEmpty ? markup.Code : MarkupScanner.Scan(kept.Text).Code;
        (var decoded, code) = HtmlText.Decode(kept, code);
        var reviewed = decoded.Through(whole);
        var labelText = label is null ? null : text[start..content].Trim();
        var step = new Step(index, labelText, label?.Number, reviewed,
            whole.ToOriginal(TextSpan.FromBounds(Math.Min(start, span.Start), span.End)))
        {
            IsThought = thought,
            Code = code,
            Written = new WrittenStep(reviewed.Text, text, label is null ? 0 : content),
        };
        return new Part(default, step, Dangling.Find(reviewed.Text, step.Code));
    }

    private static int SkipSpaceAndTags(string text, ImmutableArray<ThinkTag> tags)
    {
        var start = Lines.SkipSpace(text, 0, text.Length);
        foreach (var tag in tags)
            if (tag.Span.Start == start)
                start = Lines.SkipSpace(text, tag.Span.End, text.Length);
        return start;
    }

    // Only what numbers a step: an item of "steps" is a step even if it says "Answer:".
    private static (Label? Label, int Content) LabelOf(string text, int start)
    {
        if (ResultLine.Is(text.AsSpan(start, Lines.EndOfLine(text, start, text.Length) - start)))
            return (null, start);
        var from = start;
        while (from < text.Length && text[from] == '#')
            from++;
        var isHeading = from > start && from < text.Length && text[from] == ' ';
        from = isHeading ? Lines.SkipBlanks(text, from, text.Length) : start;
        var line = text.AsSpan(from, Lines.EndOfLine(text, from, text.Length) - from);
        if (LabelScanner.At(line, isHeading) is not { Kind: LabelKind.Step or LabelKind.Number } label)
            return (null, line.IsEmpty || !ResultLine.Opens(text.AsSpan(start)) ? from : start);
        return (label with { Closer = label.Closer.Shift(from) }, Lines.SkipSpace(text, from + label.Length, text.Length));
    }

    private static (MappedText Kept, TextSpan Span) Keep(string text, int start, List<TextSpan> holes)
    {
        var end = Lines.TrimEnd(text, start, text.Length);
        if (holes.TrueForAll(hole => hole.End <= start || hole.Start >= end))
            return (MappedText.Verbatim(text[start..end], start), TextSpan.FromBounds(start, end));
        holes.Sort((left, right) => left.Start.CompareTo(right.Start));
        var runs = new RunBuilder();
        var kept = new System.Text.StringBuilder();
        var at = start;
        foreach (var hole in holes.Append(new TextSpan(end, 0)))
        {
            if (hole.Start > at)
            {
                kept.Append(text, at, hole.Start - at);
                runs.Add(at, hole.Start - at, hole.Start - at);
            }

            at = Math.Max(at, hole.End);
        }

        return (kept.Length == 0 ? MappedText.Verbatim(string.Empty, start) : MappedText.FromRuns(kept.ToString(), runs.ToImmutable()),
            TextSpan.FromBounds(start, end));
    }
}
