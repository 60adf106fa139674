using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>What a checklist says of a trace, as findings.</summary>
internal static class ChecklistFindings
{
    public static ImmutableArray<Finding> Of(TraceReview review, ChecklistReview checklist, ReviewOptions options)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var verdict in checklist.Verdicts.Where(verdict => verdict.Answer == Verdict.No && !Repeats(verdict, review)))
        {
            var isOpinion = verdict.Source == VerdictSource.Judge;
            var rule = isOpinion ? RuleCatalog.ItemDoubted : RuleCatalog.ItemNotMet;
            if (options.SeverityOf(rule) is { } severity)
                findings.Add(new Finding(rule, isOpinion && verdict.Caution is not null ? Severity.Hint : severity, verdict.Step,
                    $"Not met: {Short(verdict.Item.Question)} — {verdict.Evidence.TrimEnd('.')}.", verdict.Span ?? Place(review.Trace),
                    EvidenceOf(verdict, checklist), [], []));
        }

        foreach (var problem in checklist.Problems)
        {
            if (options.SeverityOf(RuleCatalog.ChecklistNotRead) is { } severity)
                findings.Add(new Finding(RuleCatalog.ChecklistNotRead, severity, null, problem.Message, Place(review.Trace),
                    problem.Line > 0 ? Evidence.Of(("line", problem.Line.ToString(CultureInfo.InvariantCulture))) : Evidence.None, [], []));
        }

        return findings.ToImmutable();
    }

    /// <summary>The findings of the checks, with the items that are not met because of them: one slip is one problem, as loud as the
    /// louder.</summary>
    public static IEnumerable<Finding> Linked(TraceReview review, ChecklistReview checklist, ReviewOptions options)
    {
        var failed = checklist.Verdicts.Where(verdict => verdict.Answer == Verdict.No && Repeats(verdict, review))
            .ToLookup(verdict => NameOf(verdict.Cause!), verdict => verdict.Item.Question);
        var loudness = options.SeverityOf(RuleCatalog.ItemNotMet);
        foreach (var finding in review.Findings.Where(finding => finding.Rule.Family != RuleFamily.Checklist))
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

    private static bool Repeats(ItemVerdict verdict, TraceReview review) =>
        verdict.Cause is { } cause && review.Findings.Any(finding => NameOf(finding) == NameOf(cause));

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

    // What concerns all of a trace is shown at its first line.
    private static TextSpan Place(Trace trace)
    {
        if (trace.Steps.IsEmpty)
            return new TextSpan(trace.Span.Start, 0);
        var first = trace.Steps[0].Text;
        var end = first.Text.AsSpan().IndexOfAny('\r', '\n');
        return first.ToOriginal(new TextSpan(0, end < 0 ? first.Text.Length : end));
    }

    private static string Short(string question) => question.Length > 160 ? question[..160] + "…" : question;
}
