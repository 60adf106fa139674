using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Backward;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Scores a solution's own problem beside that of another record. Thread-safe.</summary>
internal sealed class BackwardPairs(ProgramHost host, BackwardScorer scorer, JudgeModel model)
{
    private int _failures;

    /// <summary>Whether some solution could not be scored.</summary>
    public bool HasFailed => Volatile.Read(ref _failures) > 0;

    /// <summary>Both scores, or null where there are no two problems or the engine cannot compute them.</summary>
    public (BackwardScore Own, BackwardScore Other)? Score(Trace trace, Trace? other, CancellationToken cancellationToken)
    {
        if (trace.Steps.IsEmpty || trace.Problem is not { } problem || other?.Problem is not { } strange)
            return null;
        try
        {
            // A worker's thread waits for the engine's.
            var scores = scorer.ScoreAsync(model, trace, [problem.Text, strange.Text], RequestPriority.Background, cancellationToken)
                .GetAwaiter().GetResult();
            return (scores[0], scores[1]);
        }
        catch (InferenceException error)
        {
            if (Interlocked.Increment(ref _failures) == 1 || error is SolutionTooLongException)
                host.Error.WriteLine($"No backward score: {error.Message}");
            return null;
        }
    }
}
