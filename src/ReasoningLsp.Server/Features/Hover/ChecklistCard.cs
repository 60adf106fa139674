using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Presentation;

namespace ReasoningLsp.Server.Features.Hover;

/// <summary>What a hover says of the checklist: the items that speak of the step, and how far the solution meets all of them.</summary>
internal static class ChecklistCard
{
    /// <summary>Writes it; items that are not met are findings, or stand with one, and have been said.</summary>
    public static void Write(ICardWriter writer, TraceReview review, int step)
    {
        if (review.Checklist is not { Verdicts.IsEmpty: false } checklist)
            return;
        foreach (var verdict in checklist.Verdicts.Where(verdict => verdict.Step == step && verdict.Answer != ItemAnswer.No))
        {
            var answer = $"{VerdictText.Of(verdict.Answer)}, by {VerdictText.By(verdict)}{VerdictText.Probability(verdict)}";
            writer.Relation(Signs.Of(verdict.Answer), verdict.Item.Question, answer);
        }

        writer.Evidence($"checklist {ChecklistNames.Of(checklist)}", ChecklistNames.Count(checklist));
    }
}
