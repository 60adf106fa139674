using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Bench;

/// <summary>What became of one labelled trace.</summary>
/// <param name="Review">Its review.</param>
/// <param name="Label">What people said.</param>
/// <param name="Backward">Backward scores of its own and of another problem, where they were asked for.</param>
/// <param name="Judged">What a judge said, where one was asked.</param>
/// <param name="Fixed">What fixing it did, where that was tried and anything could be fixed.</param>
internal readonly record struct BenchResult(TraceReview Review, TraceLabel Label, (BackwardScore Own, BackwardScore Other)? Backward,
    JudgeTrial? Judged, FixTrial? Fixed);
