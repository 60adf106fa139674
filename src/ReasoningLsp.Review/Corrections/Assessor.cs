using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Finds where a solution stands, asking whoever there is to ask. Thread-safe.</summary>
/// <param name="review">Reviews a trace.</param>
/// <param name="score">Scores its steps, or null.</param>
/// <param name="checklist">Applies a checklist, or null.</param>
internal sealed class Assessor(
    Func<Trace, CancellationToken, TraceReview> review,
    Func<Trace, CancellationToken, Task<TraceScores>>? score,
    Func<TraceReview, CancellationToken, Task<ChecklistReview?>>? checklist)
{
    /// <summary>Where a trace stands.</summary>
    public Task<Standing> AssessAsync(Trace trace, CancellationToken cancellationToken) =>
        AssessAsync(review(trace, cancellationToken), cancellationToken);

    /// <summary>Where a reviewed trace stands.</summary>
    public async Task<Standing> AssessAsync(TraceReview reviewed, CancellationToken cancellationToken) => new(
        reviewed,
        score is null ? reviewed.Scores : await score(reviewed.Trace, cancellationToken).ConfigureAwait(false),
        checklist is null ? reviewed.Checklist : await checklist(reviewed, cancellationToken).ConfigureAwait(false));
}
