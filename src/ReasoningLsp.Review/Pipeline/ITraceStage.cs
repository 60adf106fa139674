using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>A stage between the exact checks and the filter: it adds what it knows of a trace. Thread-safe.</summary>
public interface ITraceStage
{
    /// <summary>The review with what this stage knows; the same where it knows nothing.</summary>
    ValueTask<TraceReview> ApplyAsync(TraceReview review, FolderPolicy policy, CancellationToken cancellationToken);
}
