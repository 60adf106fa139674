using System.Globalization;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Terminal;

/// <summary>A trace's checklist: verdict, item, and what supports it.</summary>
internal static class ChecklistTable
{
    private const int VerdictWidth = 6;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, Palette palette, ReviewedTrace trace, ChecklistReview checklist)
    {
        var line = trace.Source.PositionOf(trace.Review.Trace.Span.Start).Line + 1;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{palette.Bold(VisibleText.Of($"{trace.Source.File}:{line}"))}: checklist {VisibleText.Of(checklist.Name)}: "
                + $"{VerdictText.PassRate(checklist)}"));
        foreach (var verdict in checklist.Verdicts)
        {
            var word = VerdictText.Of(verdict.Answer).PadRight(VerdictWidth);
            var painted = verdict.Answer switch
            {
                ItemAnswer.No => palette.Severity(Severity.Warning, word),
                ItemAnswer.Yes => palette.Bold(word),
                _ => palette.Dim(word),
            };
            output.WriteLine($"{palette.Dim("       │")} {painted} {VisibleText.Of(verdict.Item.Question)}");
            output.WriteLine($"{palette.Dim("       │")}        {palette.Dim(VisibleText.Of(Support(trace, verdict)))}");
        }

        output.WriteLine();
    }

    private static string Support(ReviewedTrace trace, ItemVerdict verdict)
    {
        var place = verdict.Span is { } span && verdict.Evidence.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $" (line {trace.Source.PositionOf(span.Start).Line + 1})") : string.Empty;
        var spread = verdict.Spread is var (low, high)
            ? string.Create(CultureInfo.InvariantCulture, $", {low:0.00} to {high:0.00} as the question is put") : string.Empty;
        var caution = verdict.Caution is { } text ? $"; {text}" : string.Empty;
        return $"{verdict.Evidence}{place}{(verdict.Evidence.Length > 0 ? " — " : string.Empty)}{VerdictText.By(verdict)}"
            + $"{VerdictText.Probability(verdict)}{spread}{caution}";
    }
}
