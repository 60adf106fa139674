using System.Collections.Immutable;
using ReasoningLsp.Review.Checks;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Suppressions;

/// <summary>
/// From what the checks found to what a person sees: adds what could not be read, drops what a decision
/// or a comment silences, and reports the comments that silence nothing. Thread-safe.
/// </summary>
/// <param name="options">Which rules run, and how loudly.</param>
/// <param name="decisions">What people said of findings.</param>
public sealed class FindingFilter(ReviewOptions options, DecisionLog decisions)
{
    /// <summary>The reviews of <paramref name="document"/>'s traces, in order, with the findings that remain.</summary>
    public ImmutableArray<TraceReview> Apply(TraceDocument document, ImmutableArray<TraceReview> reviews)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (reviews.IsEmpty)
            return reviews;
        var ledger = new SuppressionLedger(document.Suppressions);
        var kept = new List<Finding>[reviews.Length];
        var aside = new List<SetAside>[reviews.Length];
        for (var index = 0; index < reviews.Length; index++)
        {
            var review = reviews[index];
            var unread = index == 0 ? review.Trace.Errors.AddRange(document.Errors.Except(review.Trace.Errors)) : review.Trace.Errors;
            (kept[index], aside[index]) = ([], []);
            foreach (var finding in review.Findings.Concat(UnreadableCheck.Of(review.Trace, unread, options)))
            {
                if (decisions.Dismissal(review.Trace, finding) is { } decision)
                    aside[index].Add(new SetAside(finding, SetAsideBy.Decision, decision.Reason, decision.Who));
                else if (ledger.Silences(finding))
                    aside[index].Add(new SetAside(finding, SetAsideBy.Comment, string.Empty, null));
                else
                    kept[index].Add(finding);
            }
        }

        foreach (var (suppression, finding) in ledger.Unused(options, rule => Ran(rule, reviews)))
        {
            if (!ledger.Silences(finding))
                kept[OwnerOf(suppression, reviews)].Add(finding);
        }

        return [.. reviews.Select(
            (review, index) => review.Findings.IsEmpty && kept[index].Count == 0 && aside[index].Count == 0
                ? review : review.WithFindings(kept[index], aside[index]))];
    }

    private static bool Ran(Rule rule, ImmutableArray<TraceReview> reviews) =>
        rule.Family == RuleFamily.RewardModel ? reviews.Any(review => review.Scores is not null)
        : rule.Family != RuleFamily.Checklist || reviews.Any(review => review.Checklist is not null);

    /// <summary>The trace a comment belongs to: the one it stands in, or the next one.</summary>
    private static int OwnerOf(Suppression suppression, ImmutableArray<TraceReview> reviews)
    {
        for (var index = 0; index < reviews.Length; index++)
        {
            if (suppression.Span.Start < reviews[index].Trace.Span.End)
                return index;
        }

        return reviews.Length - 1;
    }
}
