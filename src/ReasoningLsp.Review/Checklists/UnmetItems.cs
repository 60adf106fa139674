using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checklists;

/// <summary>The items of a checklist that are not met, as findings.</summary>
internal static class UnmetItems
{
    /// <summary>A finding of <paramref name="rule"/> for each item that is not met and that no finding of the checks says
    /// already.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="known">What the checks found.</param>
    /// <param name="checklist">The verdicts.</param>
    /// <param name="options">Which rules run, and how loudly.</param>
    /// <param name="byJudge">Whether a model said so, and not a check or a person.</param>
    public static IEnumerable<Finding> Of(Rule rule, Trace trace, ImmutableArray<Finding> known, ChecklistReview checklist,
        ReviewOptions options, bool byJudge) =>
        options.SeverityOf(rule) is not { } severity ? [] : checklist.Verdicts
            .Where(verdict => verdict.Answer == ItemAnswer.No && verdict.Source == VerdictSource.Judge == byJudge)
            .Where(verdict => !Repeats(verdict, known))
            .Select(verdict => new Finding(rule, byJudge && verdict.Caution is not null ? Severity.Hint : severity, verdict.Step,
                $"Not met: {Short(verdict.Item.Question)} — {verdict.Evidence.TrimEnd('.')}.", verdict.Span ?? FirstLine(trace),
                EvidenceOf(verdict, checklist), [], []));

    /// <summary>The findings of the checks, with the items that are not met because of them: one slip is one problem, as loud as the
    /// louder.</summary>
    public static IEnumerable<Finding> Linked(ImmutableArray<Finding> known, ChecklistReview checklist, ReviewOptions options)
    {
        var failed = checklist.Verdicts.Where(verdict => verdict.Answer == ItemAnswer.No && Repeats(verdict, known))
            .ToLookup(verdict => NameOf(verdict.Cause!), verdict => verdict.Item.Question);
        var loudness = options.SeverityOf(RuleCatalog.ItemNotMet);
        foreach (var finding in known.Where(finding => finding.Rule.Family != RuleFamily.Checklist))
        {
            if (failed[NameOf(finding)].ToImmutableArray() is not { IsEmpty: false } questions)
                yield return finding.FailedItems.IsEmpty ? finding : finding with { FailedItems = [] };
            else
                yield return finding with
                {
                    FailedItems = questions,
                    Severity = loudness < finding.Severity ? loudness.Value : finding.Severity
                };
        }
    }

    private static bool Repeats(ItemVerdict verdict, ImmutableArray<Finding> known) =>
        verdict.Cause is { } cause && known.Any(cause.IsSameAs);

    // What stays the same whatever a checklist makes of it.
    private static (Rule Rule, int? Step, TextSpan Span, string Message) NameOf(Finding finding) =>
        (finding.Rule, finding.Step, finding.Span, finding.Message);

    private static Evidence EvidenceOf(ItemVerdict verdict, ChecklistReview checklist)
    {
        var items = new List<(string, string)> { ("item", verdict.Item.Question), ("verdict", "no"), ("by", VerdictText.By(verdict)),
            ("checklist", checklist.Name) };
        if (verdict.PYes is { } probability)
            items.Insert(2, ("pYes", probability.ToString("0.00", CultureInfo.InvariantCulture)));
        if (verdict.Residual is { } residual)
            items.Insert(3, ("neither yes nor no", residual.ToString("0.00", CultureInfo.InvariantCulture)));
        if (verdict.Caution is { } caution)
            items.Add(("caution", caution));
        return Evidence.Of([.. items]);
    }

    /// <summary>The first line of a trace, where what concerns all of it is shown.</summary>
    public static TextSpan FirstLine(Trace trace)
    {
        if (trace.Steps.IsEmpty)
            return new TextSpan(trace.Span.Start, 0);
        var first = trace.Steps[0].Text;
        var end = first.Text.AsSpan().IndexOfAny('\r', '\n');
        return first.ToOriginal(new TextSpan(0, end < 0 ? first.Text.Length : end));
    }

    private static string Short(string question) => question.Length > 160 ? question[..160] + "…" : question;
}
