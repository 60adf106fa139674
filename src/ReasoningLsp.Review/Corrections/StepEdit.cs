using System.Text.Json;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Writes new text in a step's place, as the file's format spells it.</summary>
internal static class StepEdit
{
    private const int Longest = 4000;

    /// <summary>The edit that makes <paramref name="step"/> say <paramref name="text"/>; null where that cannot be written
    /// safely.</summary>
    public static TextEdit? Replace(TraceFormat format, Step step, string text)
    {
        if (Line(text) is not { } line)
            return null;
        var body = step.Text.Text;
        var start = body.Length - body.TrimStart().Length;
        var length = body.Trim().Length;
        return length == 0 ? null : new TextEdit(step.Text.ToOriginal(new TextSpan(start, length)), Spell(format, line));
    }

    /// <summary>One line and no markup of its own: it cannot begin another step, a heading, a list or front matter. Null where
    /// <paramref name="text"/> cannot be one.</summary>
    public static string? Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length is 0 or > Longest || line.Contains("<!--", StringComparison.Ordinal)
            || line.Contains("```", StringComparison.Ordinal) || line.Any(char.IsControl) ? null : line;
    }

    /// <summary>The line as <paramref name="format"/> escapes it.</summary>
    public static string Spell(TraceFormat format, string line) =>
        TraceFormats.IsEscaped(format) ? JsonEncodedText.Encode(line).ToString() : line;
}
