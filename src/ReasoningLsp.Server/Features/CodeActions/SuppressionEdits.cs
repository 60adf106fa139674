using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>
/// Comments that silence a finding. Where one may stand depends on lists, environments and quotes; so each place
/// is tried, and the first is taken that silences the finding and changes no step.
/// </summary>
internal static class SuppressionEdits
{
    /// <summary>Whether a format has a way to say it.</summary>
    public static bool Exist(TraceFormat format) => format is not TraceFormat.PlainText;

    /// <summary>Whether a step can be told apart from the rest: in JSON a whole record is silenced.</summary>
    public static bool ExistForStep(TraceFormat format) => format is TraceFormat.Markdown or TraceFormat.Latex;

    /// <summary>The edit that silences a finding in its step, or null where no place does.</summary>
    public static TextEdit? ForStep(ReviewedDocument reviewed, TraceReview review, Finding finding, CancellationToken cancellationToken)
    {
        if (finding.Step is not { } index)
            return ForFile(reviewed, review, finding, cancellationToken);
        var step = review.Trace.Steps[index];
        var line = reviewed.Text.LineAt(step.Span.Start);
        var indent = Indent(reviewed.Text.Text, line);
        return First(reviewed, finding,
        [
            Insert(line.Start, indent + Comment(reviewed, "reasoning-disable-next-step", finding.Rule.Id) + LineEnd(reviewed)),
            Insert(
                line.Start, indent + Comment(reviewed, "reasoning-disable-next-step", finding.Rule.Id) + LineEnd(reviewed) + LineEnd(
                    reviewed)),
            Insert(step.Span.End, Trailing(reviewed, "reasoning-disable-step", finding.Rule.Id)),
            Insert(reviewed.Text.LineAt(step.Span.Start).End, Trailing(reviewed, "reasoning-disable-step", finding.Rule.Id)),
        ], cancellationToken);
    }

    /// <summary>The edit that silences a finding's rule in the whole file (in JSON: in its record), or null where no place does.</summary>
    public static TextEdit? ForFile(ReviewedDocument reviewed, TraceReview review, Finding finding, CancellationToken cancellationToken)
    {
        var text = reviewed.Text.Text;
        if (TraceFormats.IsEscaped(reviewed.Document.Format))
            return First(reviewed, finding, JsonKeys(text, review.Trace.Span, finding.Rule.Id), cancellationToken);
        var comment = Comment(reviewed, "reasoning-disable-file", finding.Rule.Id) + LineEnd(reviewed);
        return First(reviewed, finding,
        [
            .. AfterFrontMatter(reviewed).Select(at => Insert(at, comment)),
            Insert(text.StartsWith('\uFEFF') ? 1 : 0, comment),
            Insert(text.Length, (text.EndsWith('\n') ? string.Empty : LineEnd(reviewed)) + LineEnd(reviewed) + comment),
        ], cancellationToken);
    }

    private static TextEdit? First(
        ReviewedDocument reviewed, Finding finding, IEnumerable<TextEdit> candidates, CancellationToken cancellationToken)
    {
        foreach (var edit in candidates)
        {
            var after = Trial.After(reviewed, [edit], cancellationToken);
            var moved = MovedSpan.Of(finding.Span, [edit]);
            if (Trial.SaysTheSame(reviewed, after)
                && !after.Findings.Any(other => other.Rule.Id == finding.Rule.Id && other.Span.Touches(moved))
                && after.Findings.Count() < reviewed.Findings.Count())
                return edit;
        }

        return null;
    }

    private static string Comment(ReviewedDocument reviewed, string directive, string rule) =>
        reviewed.Document.Format == TraceFormat.Latex ? $"% {directive} {rule}" : $"<!-- {directive} {rule} -->";

    private static string Trailing(ReviewedDocument reviewed, string directive, string rule) => " " + Comment(reviewed, directive, rule);

    private static string LineEnd(ReviewedDocument reviewed) =>
        reviewed.Text.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private static string Indent(string text, TextSpan line)
    {
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
            end++;
        return text[line.Start..end];
    }

    // The line after the second "---".
    private static IEnumerable<int> AfterFrontMatter(ReviewedDocument reviewed)
    {
        var lines = reviewed.Text.Positions.Lines;
        if (!reviewed.Text.Text.AsSpan().TrimStart('\uFEFF').StartsWith("---"))
            return [];
        for (var line = 1; line < lines.LineCount - 1; line++)
        {
            var span = lines.LineSpan(line);
            if (reviewed.Text.Text.AsSpan(span.Start, span.Length).TrimEnd() is "---" or "...")
                return [lines.LineSpan(line + 1).Start];
        }

        return [];
    }

    // A key at the head of the record's object, whichever brace of the first few is its.
    private static IEnumerable<TextEdit> JsonKeys(string text, TextSpan record, string rule)
    {
        var from = Math.Max(0, record.Start - 1);
        for (
            var (at, tried) = (text.IndexOf('{', from), 0); at >= 0
                && at < record.End
                && tried < 3; at = text.IndexOf('{', at + 1), tried++)
            yield return Insert(at + 1, $"\"reasoning-disable\": [\"{rule}\"], ");
    }

    private static TextEdit Insert(int at, string text) => new(new TextSpan(at, 0), text);
}
