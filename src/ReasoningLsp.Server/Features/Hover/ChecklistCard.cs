using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Features.Checklists;
using ReasoningLsp.Server.Features.Hover;

namespace ReasoningLsp.Server.Features.Hover;

/// <summary>What a hover says of the checklist: the items that speak of the step, and how far the solution meets all of them.</summary>
internal static class ChecklistCard
{
    /// <summary>Writes it; items that are not met are findings, and have been said.</summary>
    public static void Write(ICardWriter writer, TraceReview review, int step)
    {
        if (review.Checklist is not { Verdicts.IsEmpty: false } checklist)
            return;
        foreach (var verdict in checklist.Verdicts.Where(verdict => verdict.Step == step && verdict.Answer != Verdict.No))
            writer.Relation(SignOf(verdict.Answer), verdict.Item.Question, $"{VerdictText.Of(verdict.Answer)}, by {VerdictText.By(verdict)}");
        writer.Evidence($"checklist {ChecklistInfo.NameOf(checklist)}", VerdictText.PassRate(checklist));
    }

    private static string SignOf(Verdict verdict) => verdict switch
    {
        Verdict.Yes => "✓",
        Verdict.NotApplicable => "–",
        _ => "?",
    };
}
