using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Scores traces with a reward model. Implementations are thread-safe.</summary>
public interface ITraceScorer
{
    /// <summary>Scores a trace: exactly one score a step, or an error.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    /// <exception cref="ProfileException">The profile does not fit the model.</exception>
    Task<TraceScores> ScoreAsync(ScoringModel model, Trace trace, RequestPriority priority, CancellationToken cancellationToken);
}
