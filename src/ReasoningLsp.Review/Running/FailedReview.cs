using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Running;

/// <summary>What is told of a solution that a defect of ours kept from being reviewed: it costs that solution, not those beside
/// it.</summary>
public static class FailedReview
{
    /// <summary>Whether an exception is such a defect, and not the end of the work or of the memory.</summary>
    public static bool IsDefect(Exception error) => error is not (OperationCanceledException or OutOfMemoryException);

    /// <summary>The trace with what went wrong in place of a review.</summary>
    public static TraceReview Of(Trace trace, Exception error)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(error);
        var message = "This solution could not be reviewed because of an error in reasoning-lsp: "
            + $"{error.GetType().Name}: {error.Message} Please report it with the solution.";
        var problem = new ReadError("not-reviewed", message, new TextSpan(trace.Span.Start, 0));
        return new TraceReview(trace with { Steps = [], Errors = trace.Errors.Insert(0, problem) }, [], []);
    }
}
