using System.Text.Json;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.Checklists;

/// <summary>The line above a trace that says how far it meets its checklist, and asks the judge about what is open.</summary>
internal static class ChecklistLens
{
    /// <summary>The lenses at <paramref name="range"/>.</summary>
    /// <param name="review">The trace.</param>
    /// <param name="range">Where they stand.</param>
    /// <param name="uri">The document.</param>
    /// <param name="judge">The judge that is set, or null.</param>
    public static IEnumerable<CodeLens> For(TraceReview review, LspRange range, JsonElement uri, string? judge)
    {
        if (review.Checklist is not { Verdicts.IsEmpty: false } checklist)
            yield break;
        var title = $"Checklist {ChecklistNames.Count(checklist)}";
        yield return new CodeLens(range, new Command(title, CommandNames.OpenReport, [uri]));
        var open = checklist.Verdicts.Count(verdict => verdict.Source == VerdictSource.Nobody);
        if (judge is null || open == 0)
            yield break;
        var trace = JsonSerializer.SerializeToElement(review.Trace.Index, LspWriter.Default.Int32);
        yield return new CodeLens(
            range, new Command("Ask the judge", CommandNames.ApplyChecklist, [uri, trace]));
    }
}
