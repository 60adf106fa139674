using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Reviews one trace; the exact checks in the program.</summary>
internal delegate TraceReview TraceReviewer(Trace trace, CancellationToken cancellationToken);
