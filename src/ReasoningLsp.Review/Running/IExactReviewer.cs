using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Running;

/// <summary>The first stage of every review: from a trace to what the exact checks say of it. Thread-safe.</summary>
public interface IExactReviewer
{
    /// <summary>Reviews one trace from nothing.</summary>
    TraceReview Review(Trace trace, CancellationToken cancellationToken);

    /// <summary>Reviews <paramref name="trace"/> after an edit of the trace that <paramref name="previous"/> reviewed.</summary>
    TraceReview Update(TraceReview previous, Trace trace, CancellationToken cancellationToken);
}
