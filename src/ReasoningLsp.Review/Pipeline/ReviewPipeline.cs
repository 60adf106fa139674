using System.Collections.Immutable;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>One review, the same for everyone who asks: exact, then the stages in order, then the filter. Thread-safe.</summary>
/// <param name="stages">What adds to the exact checks: scores, checklists.</param>
public sealed class ReviewPipeline(params ImmutableArray<ITraceStage> stages)
{
    /// <summary>The exact checks alone.</summary>
    public static ReviewPipeline ExactOnly { get; } = new();

    /// <summary>Reviews a document, its known findings hidden.</summary>
    public ValueTask<DocumentReview> ReviewAsync(TraceDocument document, FolderPolicy policy, CancellationToken cancellationToken) =>
        ReviewAsync(document, policy, ReviewProgress.Silent, cancellationToken);

    /// <summary>Reviews a document, its known findings hidden, and tells how far it came.</summary>
    public async ValueTask<DocumentReview> ReviewAsync(
        TraceDocument document, FolderPolicy policy, ReviewProgress progress, CancellationToken cancellationToken) =>
        (await JoinedAsync(document, policy, progress, cancellationToken).ConfigureAwait(false)).Filtered();

    /// <summary>Reviews a part of a file whose known findings are counted by the caller.</summary>
    public async ValueTask<DocumentReview> ReviewPartAsync(TraceDocument document, FolderPolicy policy,
        CancellationToken cancellationToken) =>
        (await JoinedAsync(document, policy, ReviewProgress.Silent, cancellationToken).ConfigureAwait(false)).FilteredButKnown();

    /// <summary>A review with what the stages add, before the filter.</summary>
    public async ValueTask<TraceReview> JoinAsync(TraceReview review, FolderPolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        try
        {
            foreach (var stage in stages)
                review = await stage.ApplyAsync(review, policy, cancellationToken).ConfigureAwait(false);
            return review;
        }
        catch (Exception error) when (FailedReview.IsDefect(error))
        {
            return FailedReview.Of(review.Trace, error);
        }
    }

    private async ValueTask<DocumentReview> JoinedAsync(
        TraceDocument document, FolderPolicy policy, ReviewProgress progress, CancellationToken cancellationToken)
    {
        var exact = DocumentReview.Exact(document, policy, null, progress, cancellationToken);
        if (stages.IsDefaultOrEmpty)
            return exact;
        var joined = ImmutableArray.CreateBuilder<TraceReview>(exact.Reviews.Length);
        foreach (var review in exact.Reviews)
            joined.Add(await JoinAsync(review, policy, cancellationToken).ConfigureAwait(false));
        return exact.With(joined.MoveToImmutable());
    }
}
