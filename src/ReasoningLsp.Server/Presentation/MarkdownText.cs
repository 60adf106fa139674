using System.Text;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Server.Presentation;

/// <summary>Text of a document in Markdown, where it stays text.</summary>
internal static class MarkdownText
{
    /// <summary>A rule's id, linked with its page where there is one.</summary>
    public static string Link(string rule, string? address) => address is null ? rule : $"[{rule}]({address})";

    /// <summary>The curve of all steps, as an image that stands in the text itself.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="steps">How many steps the trace has.</param>
    /// <param name="current">Index of the step that is marked, or null.</param>
    public static string Curve(TraceScores scores, int steps, int? current)
    {
        var image = Convert.ToBase64String(Encoding.UTF8.GetBytes(ScoreCurve.Svg(scores, steps, current)));
        return $"![Scores of all steps: {ScoreCurve.Text(scores, steps, current ?? 0)}](data:image/svg+xml;base64,{image})";
    }

    /// <summary>A code span: a fence of one backtick more than the text holds, and blanks where it begins or ends with one.</summary>
    public static string Code(string text)
    {
        var visible = VisibleText.Of(text.ReplaceLineEndings(" ").Trim());
        int longest = 0, run = 0;
        foreach (var unit in visible)
        {
            run = unit == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return longest == 0 ? $"{fence}{visible}{fence}" : $"{fence} {visible} {fence}";
    }

    /// <summary>Text that neither links nor marks up.</summary>
    public static string Plain(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var unit in VisibleText.Of(text.ReplaceLineEndings(" ")))
        {
            if (unit is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '$' or '!' or '&')
                escaped.Append('\\');
            escaped.Append(unit);
        }

        return escaped.ToString();
    }
}
