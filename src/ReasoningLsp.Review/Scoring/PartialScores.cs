using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Scoring;

/// <summary>
/// Scores of a step that is still being written ("Early Rejection with Partial Reward Modeling", arXiv:2508.01969): what
/// stands there is scored as a step would be, is marked partial, and is never the ground of a finding.
/// </summary>
public static class PartialScores
{
    /// <summary>Scores a trace up to its step <paramref name="step"/>, of which only the first <paramref name="length"/> units are
    /// written.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    /// <exception cref="ProfileException">The profile does not fit the model.</exception>
    public static async Task<TraceScores> ScorePartialAsync(
        this ITraceScorer scorer, ScoringModel model, Trace trace, int step, int length, RequestPriority priority,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, trace.Steps.Length);
        var unfinished = trace.Steps[step];
        var written = unfinished with { Text = unfinished.Text.Slice(new TextSpan(0, Math.Clamp(length, 0, unfinished.Text.Text.Length))) };
        var scores = await scorer.ScoreAsync(model, trace with { Steps = [.. trace.Steps[..step], written] }, priority, cancellationToken)
            .ConfigureAwait(false);
        return scores with { Steps = scores.Steps.SetItem(step, scores.Steps[step] with { IsPartial = true }) };
    }

    /// <summary>Scores finished steps and the text of the one that is being written after them.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    /// <exception cref="ProfileException">The profile does not fit the model.</exception>
    public static Task<TraceScores> ScorePartialAsync(
        this ITraceScorer scorer, ScoringModel model, string problem, ImmutableArray<string> steps, string unfinished,
        RequestPriority priority, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unfinished);
        return scorer.ScorePartialAsync(model, PlainTrace.Of(problem, steps.Add(unfinished)), steps.Length, unfinished.Length, priority,
            cancellationToken);
    }
}
