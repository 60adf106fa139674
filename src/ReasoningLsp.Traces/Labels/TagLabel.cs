namespace ReasoningLsp.Traces.Labels;

/// <summary>Labels as tags, which prompts ask models for: <c>&lt;step&gt;</c>, <c>&lt;answer&gt;</c>.</summary>
internal static class TagLabel
{
    private const int LongestTag = 40, LongestAnswer = 80;

    private static readonly (string Name, LabelKind Kind)[] Names =
    [
        ("step", LabelKind.Step), ("problem", LabelKind.Problem), ("question", LabelKind.Problem), ("solution", LabelKind.Solution),
        ("reasoning", LabelKind.Solution), ("answer", LabelKind.Answer), ("final_answer", LabelKind.Answer),
    ];

    /// <summary>The tag at the start of <paramref name="line"/> as a label, or null; a number in it is the label's.</summary>
    public static Label? At(ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || line[0] != '<' || line[..Math.Min(line.Length, LongestTag)].IndexOf('>') is not (> 1 and var close))
            return null;
        var inner = line[1..close];
        foreach (var (name, kind) in Names)
        {
            if (!inner.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                || (inner.Length > name.Length && inner[name.Length] is not (' ' or '_')))
                continue;
            var number = inner.IndexOfAnyInRange('0', '9') is >= 0 and var at ? StepNumbers.Digits(inner, at)?.Number : null;
            return new Label(KindOf(kind, line[(close + 1)..]), LabelStyle.Strong, number, close + 1, default);
        }

        return null;
    }

    /// <summary>The length of the closing tag at the start of <paramref name="text"/>, and its name; 0 where there is none.</summary>
    public static (int Length, string Name) CloserAt(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("</"))
            foreach (var (name, _) in Names)
                if (text[2..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && text.Length > name.Length + 2
                    && text[name.Length + 2] == '>')
                    return (name.Length + 3, name);
        return (0, string.Empty);
    }

    // Models write whole solutions between answer tags.
    private static LabelKind KindOf(LabelKind kind, ReadOnlySpan<char> rest) =>
        kind == LabelKind.Answer && rest.Length > LongestAnswer ? LabelKind.Solution : kind;
}
