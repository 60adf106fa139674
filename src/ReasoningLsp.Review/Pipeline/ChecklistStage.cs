using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>Adds the verdicts of the checklist that holds for a trace. A judge that fails is told, and exact checks answer what they
/// can.</summary>
/// <param name="list">The list that a person named, or null where each trace names its own.</param>
/// <param name="judge">Answers what exact checks cannot, or null.</param>
/// <param name="failed">Told of what fails.</param>
public sealed class ChecklistStage(Checklist? list, ChecklistJudge? judge, FailedStages failed) : ITraceStage
{
    private const string NotAsked = "The judge was not asked";

    private readonly ChecklistReviewer _exact = new(null);
    private readonly ChecklistReviewer _judged = new(judge);

    /// <inheritdoc/>
    public async ValueTask<TraceReview> ApplyAsync(TraceReview review, FolderPolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(policy);
        var (verdicts, error) = await AskedAsync(review, policy, cancellationToken).ConfigureAwait(false);
        if (verdicts is not null)
            review = review.WithChecklist(verdicts, policy.Options);
        return error is null ? review : failed.Add(review, NotAsked, error);
    }

    /// <summary>The verdicts; null where no list holds for the trace.</summary>
    public async ValueTask<ChecklistReview?> VerdictsAsync(TraceReview review, FolderPolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(policy);
        var (verdicts, error) = await AskedAsync(review, policy, cancellationToken).ConfigureAwait(false);
        if (error is not null)
            failed.Add(review, NotAsked, error);
        return verdicts;
    }

    private async ValueTask<(ChecklistReview? Verdicts, InferenceException? Error)> AskedAsync(
        TraceReview review, FolderPolicy policy, CancellationToken cancellationToken)
    {
        if (list is null && review.Trace.Settings.Checklist.IsDefaultOrEmpty)
            return (null, null);
        var (items, problems) = list is null ? policy.Checklists.Resolve(review.Trace.Settings.Checklist)
            : (list, ImmutableArray<ChecklistProblem>.Empty);
        try
        {
            return (await _judged.ApplyAsync(review, items, problems, policy.Decisions, policy.Options, cancellationToken)
                .ConfigureAwait(false), null);
        }
        catch (InferenceException error)
        {
            return (await _exact.ApplyAsync(review, items, problems, policy.Decisions, policy.Options, cancellationToken)
                .ConfigureAwait(false), error);
        }
    }
}
