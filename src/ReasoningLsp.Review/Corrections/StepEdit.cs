using System.Text.Json;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Writes new text in a step's place, as the file's format spells it.</summary>
internal static class StepEdit
{
    private const int Longest = 4000;

    /// <summary>The edit that makes <paramref name="step"/> say <paramref name="text"/>; null where that cannot be written safely.</summary>
    public static TextEdit? Replace(TraceFormat format, Step step, string text)
    {
        // One line and no markup of its own: it cannot begin another step, a heading, a list or front matter.
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length is 0 or > Longest || line.Contains("<!--", StringComparison.Ordinal) || line.Contains("```", StringComparison.Ordinal) || line.Any(char.IsControl))
            return null;
        var body = step.Text.Text;
        var start = body.Length - body.TrimStart().Length;
        var length = body.Trim().Length;
        if (length == 0)
            return null;
        var span = step.Text.ToOriginal(new TextSpan(start, length));
        return new TextEdit(span, format is TraceFormat.Json or TraceFormat.JsonLines ? JsonEncodedText.Encode(line).ToString() : line);
    }
}
