using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checklists.Decided;

/// <summary>Verdicts of people. They stand as long as the text they speak of says the same: the step pointed to, or the whole trace's
/// problem.</summary>
public static class ItemDecisions
{
    /// <summary>The decision that records what a person says of an item.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="verdict">The verdict as it stood.</param>
    /// <param name="answer">What the person says.</param>
    /// <param name="reason">Why; may be empty.</param>
    /// <param name="when">When.</param>
    /// <param name="who">Who, or null.</param>
    public static Decision Of(Trace trace, ItemVerdict verdict, ItemAnswer answer, string reason, DateTimeOffset when, string? who)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return new Decision(DecisionKind.ItemVerdict, RuleCatalog.ItemNotMet.Id, HashOf(trace, verdict), reason, when, who)
        {
            Item = verdict.Item.Id,
            Verdict = VerdictText.Of(answer),
            Statement = verdict.Item.Question,
        };
    }

    /// <summary>The verdicts with those of people in place of others.</summary>
    public static ChecklistReview Apply(ChecklistReview review, Trace trace, DecisionLog decisions)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(decisions);
        return decisions.Decisions.IsEmpty ? review
            : review with { Verdicts = [.. review.Verdicts.Select(verdict => Decided(verdict, trace, decisions))] };
    }

    private static ItemVerdict Decided(ItemVerdict verdict, Trace trace, DecisionLog decisions)
    {
        var decision = decisions.OnItem(verdict.Item.Id, HashOf(trace, verdict)) ?? decisions.OnItem(verdict.Item.Id, WholeHash(trace));
        return decision?.Verdict is { } text && VerdictText.Parse(text) is { } answer
            ? verdict with
            {
                Answer = answer,
                Source = VerdictSource.Reviewer,
                By = decision.Who ?? string.Empty,
                Evidence = decision.Reason.Length > 0 ? decision.Reason
                : $"decided by a person; before: {VerdictText.Of(verdict.Answer)}, {VerdictText.By(verdict)}",
                Caution = null
            }
            : verdict;
    }

    private static string HashOf(Trace trace, ItemVerdict verdict) =>
        verdict.Step is { } step && step < trace.Steps.Length ? StepHash.Of(trace.Steps[step].Text.Text) : WholeHash(trace);

    private static string WholeHash(Trace trace) =>
        StepHash.OfSolution(trace.Problem?.Text, trace.Steps.Select(step => step.Text.Text));
}
