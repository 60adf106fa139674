using System.Text;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Runs.Pages.Mathematics;

/// <summary>Worked mathematics as people write it, for people to read: formulas set, escapes and marks of emphasis taken off.</summary>
internal static partial class WorkMarkup
{
    /// <summary>The text.</summary>
    public static Markup Of(string text)
    {
        var html = new StringBuilder();
        foreach (var part in TextSegmenter.Segment(text, []))
        {
            var whole = text.Substring(part.Whole.Start, part.Whole.Length);
            var content = text.Substring(part.Content.Start, part.Content.Length);
            html.Append(part.Kind switch
            {
                SegmentKind.InlineMath => MathSetter.Of(content, isDisplay: false) ?? Html.Escape(whole),
                SegmentKind.DisplayMath => MathSetter.Of(content, StandsAlone(text, part.Whole)) ?? Html.Escape(whole),
                SegmentKind.Code => Html.Escape(whole),
                _ => Prose(whole),
            });
        }

        return new Markup(html.ToString());
    }

    /// <summary>A formula in a sentence of any language: it runs from left to right.</summary>
    public static Markup Formula(string text) => new($"<bdi dir=\"ltr\" class=\"formula\">{Of(text).Html}</bdi>");

    // "$$19$$" in the midst of a sentence stays there.
    private static bool StandsAlone(string text, TextSpan whole)
    {
        var start = whole.Start == 0 ? 0 : text.LastIndexOf('\n', whole.Start - 1) + 1;
        var end = text.IndexOf('\n', whole.End) is >= 0 and var line ? line : text.Length;
        return text.AsSpan(start..whole.Start).IsWhiteSpace() && text.AsSpan(whole.End..end).Trim().TrimEnd(".,").IsEmpty;
    }

    // Commands of LaTeX that stand between words without a dollar sign are mathematics as well.
    private static string Prose(string text)
    {
        var html = new StringBuilder();
        var from = 0;
        for (var at = text.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('\\', at))
        {
            var (set, end) = text[at + 1] is '$' or '%' or '#' or '&' or '_' ? (Html.Escape(text[(at + 1)..(at + 2)]), at + 2)
                : char.IsAsciiLetter(text[at + 1]) && MathSetter.Command(text, at, out var behind) is { } math ? (math, behind)
                : (null, at + 1);
            if (set is not null)
            {
                html.Append(Words(text[from..at])).Append(set);
                from = end;
            }

            at = end;
            if (at >= text.Length)
                break;
        }

        return html.Append(Words(text[from..])).ToString();
    }

    private static string Words(string text) =>
        Raised().Replace(Strong().Replace(Html.Escape(text), "<strong>$1</strong>"),
            match => match.Groups["sign"].Value == "^" ? $"<sup>{match.Groups["small"].Value}</sup>"
                : $"<sub>{match.Groups["small"].Value}</sub>");

    [GeneratedRegex(@"(?<![\w)*])\*\*(?=[^\s*])([^*\n]+?)(?<=\S)\*\*(?![\w(*])", RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<=[\w)])(?<sign>[\^_])\{(?<small>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Raised();
}
