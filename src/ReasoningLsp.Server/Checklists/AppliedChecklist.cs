using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Decided;
using ReasoningLsp.Review.Checklists.Exact;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Checklists;

/// <summary>
/// The checklist of a trace: exact checks answer at every review, a judge's answers stay as long as the text does, and people have
/// the last word.
/// </summary>
internal static class AppliedChecklist
{
    /// <summary>The reviews with the verdicts of the lists that hold for them, and what these say.</summary>
    public static ImmutableArray<TraceReview> Join(ImmutableArray<TraceReview> reviews, FolderPolicy policy, ChecklistBook book)
    {
        if (book.IsEmpty && reviews.All(review => review.Trace.Settings.Checklist.IsEmpty))
            return reviews;
        return [.. reviews.Select(review => Exact(review, policy, book) is { } exact
            ? review.WithChecklist(Answered(exact, review.Trace, policy, book), policy.Options)
            : review)];
    }

    /// <summary>What exact checks answer; null where no list holds for the trace.</summary>
    public static ChecklistReview? Exact(TraceReview review, FolderPolicy policy, ChecklistBook book)
    {
        var entries = book.EntriesFor(review.Trace);
        if (entries.IsDefaultOrEmpty)
            return null;
        var (list, problems) = policy.Checklists.Resolve(entries);
        // What a person called wrong fails no item.
        var kept = review with { Findings = [.. review.Findings.Where(finding => !policy.Decisions.Dismisses(review.Trace, finding))] };
        return ExactChecklist.Apply(kept, list, policy.Options) with { Problems = problems };
    }

    private static ChecklistReview Answered(ChecklistReview exact, Trace trace, FolderPolicy policy, ChecklistBook book)
    {
        var (current, earlier) = book.Of(trace);
        var answered = current is null && earlier is null ? exact : exact with { Verdicts = [.. exact.Verdicts.Select(Judged)] };
        return ItemDecisions.Apply(answered, trace, policy.Decisions);

        ItemVerdict Judged(ItemVerdict verdict) =>
            verdict.Answer == ItemAnswer.Unsure ? AppliedChecklist.Judged(verdict, trace, current, earlier) : verdict;
    }

    private static ItemVerdict Judged(
        ItemVerdict exact,
        Trace trace,
        ImmutableDictionary<string, ItemVerdict>? current,
        ImmutableDictionary<string, ItemVerdict>? earlier)
    {
        if (current?.GetValueOrDefault(exact.Item.Id) is { } judged)
            return judged.Step is { } index && index < trace.Steps.Length ? judged with { Span = trace.Steps[index].Text.Whole } : judged;
        return exact.Source == VerdictSource.Nobody && earlier?.GetValueOrDefault(exact.Item.Id) is { } old
            ? exact with { By = $"out of date: {VerdictText.By(old)} answered {VerdictText.Of(old.Answer)} of an earlier text" }
            : exact;
    }
}
