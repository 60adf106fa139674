using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Bench;

/// <summary>A finding in a trace that nobody called wrong: to be read by a person.</summary>
/// <param name="Id">The record's id, or its number where it has none.</param>
/// <param name="Step">The step, or null for the whole trace.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Reading">In what way the passage was read, such as <c>units</c>; see <see cref="ReadingKind"/>.</param>
/// <param name="Passage">What is called wrong.</param>
/// <param name="Excerpt">The same between ⟦ and ⟧, with some text on both sides.</param>
/// <param name="Message">What the finding says.</param>
internal sealed record Alarm(string Id, int? Step, string Rule, Severity Severity, string Reading, string Passage, string Excerpt,
    string Message)
{
    private const int Around = 60;

    /// <summary>The trace's id, or its number where it has none.</summary>
    public static string IdOf(Trace trace) =>
        trace.Id ?? trace.Index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The alarms of a trace: findings of RR1xx, RR3xx and RR6xx of any severity.</summary>
    public static IEnumerable<Alarm> Of(TraceReview review)
    {
        foreach (var finding in review.Findings.Where(IsAlarm))
        {
            var (passage, excerpt) = PassageOf(review, finding);
            var id = IdOf(review.Trace);
            yield return new Alarm(id, finding.Step, finding.Rule.Id, finding.Severity, ReadingKind.Of(finding, passage),
                UnicodeText.WellFormed(passage), UnicodeText.WellFormed(excerpt), UnicodeText.WellFormed(finding.Message));
        }
    }

    private static bool IsAlarm(Finding finding) => finding.Rule is { Refutes: true } or { Family: RuleFamily.JudgeTarget };

    private static (string Passage, string Excerpt) PassageOf(TraceReview review, Finding finding)
    {
        var part = finding.Step is { } step ? review.Trace.Steps[step].Text : review.Trace.FinalAnswer ?? review.Trace.Problem;
        if (part is null)
            return (string.Empty, string.Empty);
        var start = 0;
        while (start < part.Text.Length && part.ToOriginal(new(start, 0)).Start < finding.Span.Start)
            start++;
        var end = start;
        while (end < part.Text.Length && part.ToOriginal(new(end, 0)).Start < finding.Span.End)
            end++;
        var text = part.Text;
        var excerpt = $"{text[Math.Max(0, start - Around)..start]}⟦{text[start..end]}⟧{text[end..Math.Min(text.Length, end + Around)]}";
        return (text[start..end], excerpt.ReplaceLineEndings(" "));
    }
}
