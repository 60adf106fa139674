using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Scoring.Views;

/// <summary>Scores a trace by its mathematics alone.</summary>
public static class MathematicsScorer
{
    /// <summary>Scores the mathematics of a trace whose whole steps have <paramref name="scores"/>.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    /// <exception cref="ProfileException">The profile does not fit the model.</exception>
    public static async Task<MathematicsScores> ScoreAsync(
        ITraceScorer scorer, ScoringModel model, Trace trace, TraceScores scores, RequestPriority priority,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(scores);
        var texts = trace.Steps.Take(scores.Steps.Length)
            .Select(step => (step.Index, Text: MathematicsText.Of(step.Text.Text, step.Code)))
            .Where(step => step.Text is not null).Select(step => (step.Index, Text: step.Text!)).ToImmutableArray();
        if (texts.IsEmpty)
            return new MathematicsScores([]);
        var view = await scorer.ScoreAsync(model, PlainTrace.Of(trace.Problem?.Text ?? string.Empty, [.. texts.Select(step => step.Text)]),
            priority, cancellationToken).ConfigureAwait(false);
        return new MathematicsScores(
            [.. texts.Zip(view.Steps,
            (step, score) => new MathematicsScore(step.Index, step.Text, score.Value, score.Value - scores.Steps[step.Index].Value))]);
    }
}
