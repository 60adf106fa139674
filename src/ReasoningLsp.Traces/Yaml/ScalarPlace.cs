using YamlDotNet.Core.Events;

namespace ReasoningLsp.Traces.Yaml;

/// <summary>Finds where the text of a YAML scalar stands, unit by unit, through folding and indents.</summary>
internal static class ScalarPlace
{
    public static MappedText Map(Scalar scalar, string text, int bodyStart, int bodyEnd)
    {
        var start = Math.Clamp(bodyStart + (int)scalar.Start.Index, bodyStart, bodyEnd);
        var end = Math.Clamp(bodyStart + (int)scalar.End.Index, start, bodyEnd);
        var value = scalar.Value.Trim();
        var runs = new RunBuilder();
        var at = start;
        if (!scalar.IsKey && text.AsSpan(at, end - at) is ['|' or '>' or '"' or '\'', ..])
            at = text[at] is '|' or '>' ? Lines.AfterBreak(text, Lines.EndOfLine(text, at, end)) : at + 1;
        foreach (var unit in value)
        {
            at = Find(unit, text, at, end);
            if (at < 0)
                return MappedText.FromRuns(value,
                    [new MappedText.Run(0, start, value.Length, end - start == value.Length ? 0 : end - start)]);
            var length = char.IsWhiteSpace(unit) ? Math.Max(1, Lines.SkipSpace(text, at, end) - at) : 1;
            if (text[at] == unit)
                length = 1;
            runs.Add(at, 1, length);
            at += length;
        }

        return value.Length == 0 ? MappedText.Verbatim(value, start) : MappedText.FromRuns(value, runs.ToImmutable());
    }

    // The unit itself, or white space that was folded into it; indents before it are stepped over.
    private static int Find(char unit, string text, int at, int end)
    {
        if (at < end && text[at] == unit)
            return at;
        if (char.IsWhiteSpace(unit))
            return at < end && char.IsWhiteSpace(text[at]) ? at : -1;
        var next = Lines.SkipSpace(text, at, end);
        return next < end && text[next] == unit ? next : -1;
    }
}
