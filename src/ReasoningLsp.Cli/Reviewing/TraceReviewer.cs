using ReasoningLsp.Review;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Reviews one trace; <see cref="Review.Reviewer.Review"/> in the program.</summary>
internal delegate TraceReview TraceReviewer(Trace trace, CancellationToken cancellationToken);
