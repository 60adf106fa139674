using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Corrections;

/// <summary>
/// Check, rewrite, check: applies the best verified correction of every step that something asks to change, round by round,
/// and takes back a round that lost something. Thread-safe.
/// </summary>
/// <param name="review">Reviews a trace with exact checks.</param>
/// <param name="corrector">Proposes corrections; its scores count here too.</param>
/// <param name="checklist">Applies a checklist, or null.</param>
public sealed class Refiner(
    Func<Trace, CancellationToken, TraceReview> review,
    Corrector corrector,
    Func<TraceReview, CancellationToken, Task<ChecklistReview?>>? checklist)
{
    private readonly Assessor _assessor = corrector.Assessing(checklist);

    /// <summary>Refines one trace of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="trace">Index of the trace.</param>
    /// <param name="options">When it ends.</param>
    /// <param name="progress">Told of every round, or null.</param>
    /// <param name="cancellationToken">Stops the work; nothing was written then.</param>
    public async Task<RefineResult> RefineAsync(
        TraceDocument document, int trace, RefineOptions options, IProgress<RefineRound>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        var rounds = ImmutableArray.CreateBuilder<RefineRound>();
        var current = document;
        var original = await AssessAsync(current, trace, cancellationToken).ConfigureAwait(false);
        var before = original;
        var budget = options.Budget;
        var reason = "every round that was allowed is used";
        for (var number = 1; number <= Math.Clamp(options.Rounds, 1, 10); number++)
        {
            if (before.Targets.IsEmpty)
            {
                reason = before.Flagged.IsEmpty ? "nothing is left to improve"
                    : "the answer is not the reference, and nothing says which step is wrong";
                break;
            }

            var rewritten = await RewriteAsync(current, trace, before, budget, cancellationToken).ConfigureAwait(false);
            var (next, applied, notApplied, asked) = rewritten;
            budget -= asked;
            var after = applied.IsEmpty ? before : await AssessAsync(next, trace, cancellationToken).ConfigureAwait(false);
            var change = new StandingChange(before, after);
            var round = Account(number, applied, change, asked);
            var isBetter = round.Losses.IsEmpty && change.HasWon;
            round = round with { NotApplied = notApplied, IsKept = applied.IsEmpty || isBetter };
            rounds.Add(round);
            progress?.Report(round);
            if (applied.IsEmpty || !round.IsKept)
            {
                reason = applied.IsEmpty ? "no verified correction was found"
                    : $"the round was taken back: {round.Losses.FirstOrDefault() ?? "it won nothing"}";
                break;
            }

            (current, before) = (next, after);
            if (budget <= 0)
            {
                reason = "the budget is used up";
                break;
            }
        }

        return new RefineResult(current, Difference(document, current, trace), rounds.ToImmutable(), reason)
        {
            FlaggedBefore = original.Flagged.Count,
            LeftBefore = original.Targets.Length,
        };
    }

    private async Task<Rewritten> RewriteAsync(
        TraceDocument document, int trace, Standing before, int budget, CancellationToken cancellationToken)
    {
        var applied = ImmutableArray.CreateBuilder<Correction>();
        var notApplied = ImmutableArray.CreateBuilder<Correction>();
        var asked = 0;
        var touched = new HashSet<int>();
        var standing = before;
        foreach (var step in before.Targets)
        {
            if (asked >= budget)
                break;
            if (touched.Contains(step))
                continue;
            asked++;
            if (await BestAsync(document, standing, step, cancellationToken).ConfigureAwait(false) is not { } best)
                continue;
            if (!best.Proof.IsVerified)
            {
                notApplied.Add(best);
                continue;
            }

            document = TraceReader.Apply(document, best.Edits);
            touched.UnionWith(best.Steps);
            applied.Add(best);
            // Only what a model writes is measured by scores and items.
            standing = corrector.HasWriter
                ? await AssessAsync(document, trace, cancellationToken).ConfigureAwait(false)
                : standing with { Review = review(document.Traces[trace], cancellationToken) };
        }

        return new Rewritten(document, applied.ToImmutable(), notApplied.ToImmutable(), asked);
    }

    private async Task<Correction?> BestAsync(TraceDocument document, Standing standing, int step, CancellationToken cancellationToken)
    {
        Correction? best = null;
        var suggested = corrector.SuggestAsync(document, standing, _assessor, step, cancellationToken);
        await foreach (var correction in suggested.ConfigureAwait(false))
        {
            if (best is null || Correction.BestFirst.Compare(correction, best) < 0)
                best = correction;
            // Nothing that a model writes stands before it.
            if (best is { Source: not CorrectionSource.Generated, Proof.IsVerified: true })
                break;
        }

        return best;
    }

    private Task<Standing> AssessAsync(TraceDocument document, int trace, CancellationToken cancellationToken) =>
        _assessor.AssessAsync(document.Traces[trace], cancellationToken);

    private static RefineRound Account(int number, ImmutableArray<Correction> applied, StandingChange change, int asked)
    {
        var (before, after) = (change.Before, change.After);
        var named = applied.SelectMany(correction => correction.Steps).ToHashSet();
        var changed = after.Trace.Steps.Where(step => step.Text.Text != before.Trace.Steps[step.Index].Text.Text);
        var touched = changed.Select(step => step.Index).Concat(change.Broken).Concat(change.Unchecked).Concat(change.Fallen);
        var generated = applied.Where(correction => correction.Source == CorrectionSource.Generated);
        var rewritten = generated.SelectMany(correction => correction.Steps.Except(correction.Carried)).Distinct();
        return new RefineRound(number, applied)
        {
            Righted = change.Righted,
            Broken = change.Broken,
            OverCorrected = [.. rewritten.Where(before.IsChecked).Order()],
            SideEffects = [.. touched.Where(step => !named.Contains(step)).Distinct().Order()],
            ItemsWon = [.. change.Met.Select(item => item.Item.Question)],
            ItemsLost = [.. change.Lost.Select(item => item.Item.Question)],
            ScoresRisen = change.Risen,
            ScoresFallen = change.Fallen,
            Losses = [.. change.Losses()],
            FlaggedAfter = after.Flagged.Count,
            LeftAfter = after.Targets.Length,
            PassRateAfter = after.Checklist?.PassRate,
            Asked = asked,
        };
    }

    // Every step that changed, as one edit: a preview and one undo.
    private static ImmutableArray<TextEdit> Difference(TraceDocument before, TraceDocument after, int trace)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var step in before.Traces[trace].Steps)
        {
            var now = after.Traces[trace].Steps[step.Index];
            var old = before.Text.Substring(step.Span.Start, step.Span.Length);
            var fresh = after.Text.Substring(now.Span.Start, now.Span.Length);
            if (old != fresh)
                edits.Add(new TextEdit(step.Span, fresh));
        }

        var (was, itIs) = (before.Traces[trace].FinalAnswer, after.Traces[trace].FinalAnswer);
        if (was is not null && itIs is not null && was.Text != itIs.Text)
        {
            var (place, now) = (was.Whole, itIs.Whole);
            edits.Add(new TextEdit(place, after.Text.Substring(now.Start, now.Length)));
        }

        edits.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return edits.ToImmutable();
    }

    private sealed record Rewritten(
        TraceDocument Document, ImmutableArray<Correction> Applied, ImmutableArray<Correction> NotApplied, int Asked);
}
