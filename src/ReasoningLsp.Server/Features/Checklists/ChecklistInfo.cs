using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Checklists;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.Checklists;

/// <summary>The checklists of a document as the protocol's extension tells them.</summary>
internal static class ChecklistInfo
{
    /// <summary>Every trace with its items.</summary>
    public static ChecklistResult Of(ReviewedDocument reviewed, ChecklistBook book, bool cancelled = false) =>
        new(reviewed.Text.Version, [.. reviewed.Reviews.Select(review => Of(review, book, reviewed.Text.Positions))], cancelled);

    private static TraceChecklist Of(TraceReview review, ChecklistBook book, DocumentPositions positions)
    {
        var range = positions.RangeOf(TraceSpans.Of(review.Trace));
        var name = TraceSpans.NameOf(review.Trace);
        if (review.Checklist is not { } checklist)
            return new TraceChecklist(review.Trace.Index, name, range, null, null, null, [], []);
        var earlier = book.Of(review.Trace).Earlier;
        return new TraceChecklist(
            review.Trace.Index,
            name,
            range,
            ChecklistNames.Of(checklist),
            checklist.PassRate,
            ChecklistNames.Count(checklist),
            [.. checklist.Problems.Select(problem => UnicodeText.WellFormed(problem.Message))],
            [.. checklist.Verdicts.Select(verdict => Of(verdict, positions, earlier))]);
    }

    private static ItemInfo Of(ItemVerdict verdict, DocumentPositions positions, ImmutableDictionary<string, ItemVerdict>? earlier) => new(
        Id: verdict.Item.Id,
        Question: UnicodeText.WellFormed(verdict.Item.Question),
        Weight: verdict.Item.Weight,
        AppliesWhen: verdict.Item.AppliesWhen is { } condition ? UnicodeText.WellFormed(condition) : null,
        Verdict: VerdictText.Of(verdict.Answer),
        PYes: verdict.PYes,
        Residual: verdict.Residual,
        By: UnicodeText.WellFormed(VerdictText.By(verdict)),
        Source: SourceOf(verdict.Source),
        Evidence: UnicodeText.WellFormed(verdict.Evidence),
        Finding: verdict.Cause?.Rule.Id,
        Range: verdict.Span is { } span ? positions.RangeOf(span) : null,
        Step: verdict.Step,
        Caution: verdict.Caution,
        Decided: verdict.Source == VerdictSource.Reviewer,
        OutOfDate: verdict.Source == VerdictSource.Nobody && earlier?.ContainsKey(verdict.Item.Id) == true);

    private static string SourceOf(VerdictSource source) => source switch
    {
        VerdictSource.Check => "check",
        VerdictSource.Judge => "judge",
        VerdictSource.Reviewer => "reviewer",
        VerdictSource.Guard => "guard",
        _ => "nobody",
    };
}
