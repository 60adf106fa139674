using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Check, rewrite, check: applies verified corrections round by round, and takes back a round that breaks something. Thread-safe.</summary>
/// <param name="review">Reviews a trace with exact checks.</param>
/// <param name="corrector">Proposes corrections.</param>
/// <param name="checklist">Applies a checklist, or null.</param>
public sealed class Refiner(
    Func<Trace, CancellationToken, TraceReview> review,
    Corrector corrector,
    Func<TraceReview, CancellationToken, Task<ChecklistReview?>>? checklist)
{
    /// <summary>Refines one trace of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="trace">Index of the trace.</param>
    /// <param name="options">When it ends.</param>
    /// <param name="progress">Told of every round, or null.</param>
    /// <param name="cancellationToken">Stops the work; nothing was written then.</param>
    public async Task<RefineResult> RefineAsync(TraceDocument document, int trace, RefineOptions options, IProgress<RefineRound>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        var rounds = ImmutableArray.CreateBuilder<RefineRound>();
        var current = document;
        var before = await StateAsync(current, trace, cancellationToken).ConfigureAwait(false);
        var budget = options.Budget;
        var reason = "every round that was allowed is used";
        for (var number = 1; number <= Math.Clamp(options.Rounds, 1, 10); number++)
        {
            if (Targets(before).IsEmpty)
            {
                reason = "nothing is left to improve";
                break;
            }

            var (next, applied, asked) = await RewriteAsync(current, trace, before, budget, cancellationToken).ConfigureAwait(false);
            budget -= asked;
            var after = applied.IsEmpty ? before : await StateAsync(next, trace, cancellationToken).ConfigureAwait(false);
            var round = Account(number, applied, before, after, asked);
            var isBetter = round.Broken.IsEmpty && round.SideEffects.IsEmpty && round.ItemsLost.IsEmpty && (round.Righted.Length > 0 || round.ItemsWon.Length > 0);
            round = round with { IsKept = applied.IsEmpty || isBetter };
            rounds.Add(round);
            progress?.Report(round);
            if (applied.IsEmpty || !isBetter)
            {
                reason = applied.IsEmpty ? "no verified correction was found" : "the round made something worse and was taken back";
                break;
            }

            (current, before) = (next, after);
            if (budget <= 0)
            {
                reason = "the budget is used up";
                break;
            }
        }

        return new RefineResult(current, Difference(document, current, trace), rounds.ToImmutable(), reason);
    }

    private async Task<(TraceDocument Document, ImmutableArray<Correction> Applied, int Asked)> RewriteAsync(TraceDocument document, int trace, State before, int budget, CancellationToken cancellationToken)
    {
        var applied = ImmutableArray.CreateBuilder<Correction>();
        var asked = 0;
        var touched = new HashSet<int>();
        var reviewed = before.Review;
        foreach (var step in Targets(before))
        {
            if (asked >= budget)
                break;
            if (touched.Contains(step))
                continue;
            asked++;
            Correction? best = null;
            await foreach (var correction in corrector.SuggestAsync(document, reviewed, step, cancellationToken).ConfigureAwait(false))
            {
                if (correction.Proof.IsVerified && (best is null || Correction.BestFirst.Compare(correction, best) < 0))
                    best = correction;
                if (best is { Source: not CorrectionSource.Generated })
                    break;
            }

            if (best is null)
                continue;
            document = TraceReader.Apply(document, best.Edits);
            reviewed = review(document.Traces[trace], cancellationToken);
            touched.UnionWith(best.Steps);
            applied.Add(best);
        }

        return (document, applied.ToImmutable(), asked);
    }

    private async Task<State> StateAsync(TraceDocument document, int trace, CancellationToken cancellationToken)
    {
        var reviewed = review(document.Traces[trace], cancellationToken);
        return new State(reviewed, checklist is null ? null : await checklist(reviewed, cancellationToken).ConfigureAwait(false));
    }

    private static RefineRound Account(int number, ImmutableArray<Correction> applied, State before, State after, int asked)
    {
        var flaggedBefore = Flagged(before.Review);
        var flaggedAfter = Flagged(after.Review);
        var changed = after.Review.Trace.Steps.Where(step => step.Text.Text != before.Review.Trace.Steps[step.Index].Text.Text).Select(step => step.Index).ToList();
        var named = applied.SelectMany(correction => correction.Steps).ToHashSet();
        var rewritten = applied.Where(correction => correction.Source == CorrectionSource.Generated).SelectMany(correction => correction.Steps).ToHashSet();
        var (yesBefore, yesAfter) = (Yes(before.Checklist), Yes(after.Checklist));
        return new RefineRound(number, applied)
        {
            Righted = [.. flaggedBefore.Except(flaggedAfter).Order()],
            Broken = [.. flaggedAfter.Except(flaggedBefore).Order()],
            OverCorrected = [.. rewritten.Where(step => before.Review.Steps[step].State == StepState.Checked).Order()],
            SideEffects = [.. changed.Where(step => !named.Contains(step))],
            ItemsWon = [.. yesAfter.Except(yesBefore)],
            ItemsLost = [.. yesBefore.Except(yesAfter)],
            FlaggedAfter = flaggedAfter.Count,
            PassRateAfter = after.Checklist?.PassRate,
            Asked = asked,
        };
    }

    private static ImmutableArray<int> Targets(State state) =>
        [.. Flagged(state.Review).Concat(state.Checklist?.Verdicts.Where(verdict => verdict is { Answer: Verdict.No, Step: not null }).Select(verdict => verdict.Step!.Value) ?? []).Distinct().Order()];

    private static HashSet<int> Flagged(TraceReview reviewed) => [.. reviewed.Findings
        .Where(finding => finding.Step is not null && finding.Severity is Severity.Error or Severity.Warning && finding.Rule.Refutes)
        .Select(finding => finding.Step!.Value)];

    private static ImmutableArray<string> Yes(ChecklistReview? review) =>
        review is null ? [] : [.. review.Verdicts.Where(verdict => verdict.Answer == Verdict.Yes).Select(verdict => verdict.Item.Question)];

    // Every step that changed, as one edit: a preview and one undo.
    private static ImmutableArray<TextEdit> Difference(TraceDocument before, TraceDocument after, int trace)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var step in before.Traces[trace].Steps)
        {
            var now = after.Traces[trace].Steps[step.Index];
            var (old, fresh) = (before.Text.Substring(step.Span.Start, step.Span.Length), after.Text.Substring(now.Span.Start, now.Span.Length));
            if (old != fresh)
                edits.Add(new TextEdit(step.Span, fresh));
        }

        if (before.Traces[trace].FinalAnswer is { } answer && after.Traces[trace].FinalAnswer is { } changed && answer.Text != changed.Text)
        {
            var (place, now) = (Whole(answer), Whole(changed));
            edits.Add(new TextEdit(place, after.Text.Substring(now.Start, now.Length)));
        }

        edits.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return edits.ToImmutable();
    }

    private static TextSpan Whole(MappedText text) => text.ToOriginal(new TextSpan(0, text.Text.Length));

    private sealed record State(TraceReview Review, ChecklistReview? Checklist);
}
