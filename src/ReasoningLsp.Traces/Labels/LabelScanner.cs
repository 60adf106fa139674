namespace ReasoningLsp.Traces.Labels;

/// <summary>Recognises the label at the start of a line: "Step 3:", "**Final answer:**", "3.", "第3步：".</summary>
internal static class LabelScanner
{
    /// <summary>The label at the start of <paramref name="line"/>, or null.</summary>
    /// <param name="line">A line or a heading's text, without list marker, quote marks or heading signs.</param>
    /// <param name="isHeading">Whether the line is set as a heading, which needs no colon.</param>
    public static Label? At(ReadOnlySpan<char> line, bool isHeading)
    {
        if (TagLabel.At(line) is { } tag)
            return tag;
        var emphasis = Emphasis.At(line);
        var at = emphasis.Length;
        if (StepNumbers.NumberedStep(line, at) is { } step
            && Finish(line, LabelKind.Step, step.Number, step.End, emphasis, isHeading, needsTerminator: true) is { } numbered)
            return numbered;
        if (NumberAt(line, at) is { } number && (isHeading || emphasis.Length > 0 || !line[number.End..].IsWhiteSpace()))
            return Finish(line, LabelKind.Number, number.Number, number.End, emphasis, isHeading);
        if (LabelWords.At(line[at..]) is not { } word)
            return null;
        at += word.Length;
        var counted = CountAt(line, at);
        if (word.Kind == LabelKind.Step && counted is null)
            return null;
        if (word.Kind == LabelKind.Reply && (isHeading || counted is not null || at >= line.Length || line[at] is not (':' or '*')))
            return null;
        var label = Finish(line, word.Kind, counted?.Number, counted?.End ?? at, emphasis, isHeading, needsTerminator: true);
        return word.Length == 1 && label is not null ? label with { IsLetter = true } : label;
    }

    private static Label? Finish(
        ReadOnlySpan<char> line, LabelKind kind, int? number, int end, Emphasis emphasis, bool isHeading, bool needsTerminator = false)
    {
        var (afterCloser, closed) = emphasis.CloseAt(line, end);
        var afterTerminator = needsTerminator ? Terminator(line, afterCloser, kind, emphasis.Length > 0 || isHeading) : afterCloser;
        if (!closed && emphasis.Length > 0)
            (afterTerminator, closed) = emphasis.CloseAt(line, afterTerminator);
        if (emphasis.IsBracket && !closed)
            return null;
        var rest = line[afterTerminator..].Trim();
        var terminated = !needsTerminator || afterTerminator > afterCloser;
        // "**Problem analysis**" and "Solution to the first part" are no labels, "Problem 3 (AIME)" is.
        if (!terminated && !(rest.IsEmpty || (closed && emphasis.Length > 0)
            || (isHeading && (rest[0] is '(' or '[' || number is not null))))
            return null;
        var closer = closed || emphasis.Length == 0 ? default : emphasis.FindCloser(line, afterTerminator);
        var style = isHeading ? LabelStyle.Heading : emphasis.Length > 0 ? LabelStyle.Strong : LabelStyle.Plain;
        return new Label(kind, style, number, afterTerminator, closer);
    }

    private static int Terminator(ReadOnlySpan<char> line, int at, LabelKind kind, bool isSetOff)
    {
        var next = at;
        while (next < line.Length && line[next] is ' ' or '\u00a0' or '\u202f')
            next++;
        if (next >= line.Length)
            return at;
        switch (line[next])
        {
            case ':' or '：':
                return next + 1;
            case '.' or '．' or '。' or '、' when kind is LabelKind.Step or LabelKind.Solution || isSetOff:
            case ')' when kind == LabelKind.Step:
                return next + 1 == line.Length || !char.IsAsciiDigit(line[next + 1]) ? next + 1 : at;
            case '-' or '–' or '—' when (kind == LabelKind.Step || isSetOff) && next > at && next + 1 < line.Length
            && line[next + 1] == ' ':
                return next + 1;
            default:
                return at;
        }
    }

    // "3." and "3)" before a blank or the end; not "3.5", and not "(3)", which numbers cases and equations.
    private static (int Number, int End)? NumberAt(ReadOnlySpan<char> line, int at)
    {
        var end = at;
        while (end < line.Length && end - at < 4 && char.IsAsciiDigit(line[end]))
            end++;
        if (end == at || end - at > 3 || end >= line.Length || line[end] is not ('.' or ')'))
            return null;
        if (end + 1 < line.Length && !char.IsWhiteSpace(line[end + 1]) && line[end + 1] is not ('*' or '_' or '}'))
            return null;
        return (StepNumbers.Digits(line, at)!.Value.Number, end + 1);
    }

    // " 3", " #3", " 3.2", " 3a", " one": the count after "Step" or "Problem".
    private static (int Number, int End)? CountAt(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\u00a0' or '#' or '~' or '№')
            at++;
        if (StepNumbers.Any(line, at) is not var (number, end))
            return null;
        while (end + 1 < line.Length && line[end] == '.' && char.IsAsciiDigit(line[end + 1]))
        {
            end += 2;
            while (end < line.Length && char.IsAsciiDigit(line[end]))
                end++;
        }

        if (end < line.Length && char.IsAsciiLetterLower(line[end]) && (end + 1 == line.Length || !char.IsLetterOrDigit(line[end + 1])))
            end++;
        return (number, end);
    }
}
