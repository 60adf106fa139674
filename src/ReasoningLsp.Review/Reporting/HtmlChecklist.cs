using System.Globalization;
using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Reporting;

/// <summary>The verdicts of a trace's checklist in the HTML report.</summary>
internal sealed class HtmlChecklist(TextWriter page, SourceText source)
{
    /// <summary>Writes the table.</summary>
    public void Write(ChecklistReview checklist)
    {
        page.WriteLine("<table class=\"checklist\">");
        page.WriteLine($"<caption>Checklist {Html.Escape(checklist.Name)}: {Html.Escape(VerdictText.PassRate(checklist))}</caption>");
        page.WriteLine("<thead><tr><th scope=\"col\">Verdict</th><th scope=\"col\">Item</th><th scope=\"col\">Evidence</th></tr></thead>");
        page.WriteLine("<tbody>");
        foreach (var verdict in checklist.Verdicts)
            page.WriteLine($"<tr><td><span aria-hidden=\"true\">{Signs.Of(verdict.Answer)}</span> "
                + $"{VerdictText.Of(verdict.Answer)}</td><td dir=\"auto\">{Html.Escape(verdict.Item.Question)}</td><td><span "
                + $"dir=\"auto\">{Html.Escape(verdict.Evidence)}</span>{Place(verdict)} <span class=\"by\">{Html.Escape(By(verdict))}"
                + $"</span></td></tr>");
        page.WriteLine("</tbody>");
        page.WriteLine("</table>");
    }

    /// <summary>Who answered, with the probability and what to mind.</summary>
    public static string By(ItemVerdict verdict)
    {
        var spread = verdict.Spread is var (low, high)
            ? string.Create(CultureInfo.InvariantCulture, $" ({low:0.00} to {high:0.00} as the question is put)") : string.Empty;
        var caution = verdict.Caution is { } text ? $"; {text}" : string.Empty;
        return $"{(verdict.Evidence.Length > 0 ? "— " : string.Empty)}{VerdictText.By(verdict)}{VerdictText.Probability(verdict)}"
            + $"{spread}{caution}";
    }

    private string Place(ItemVerdict verdict) =>
        verdict.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $" (line {source.PositionOf(span.Start).Line + 1})")
        : string.Empty;
}
