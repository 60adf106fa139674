using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Scoring.Views;

/// <summary>
/// A trace scored again without its words, the problem kept whole: the math-only view of "What Are Step-Level Reward Models
/// Rewarding?" (arXiv:2412.15904, MO-SRM). Where it and the score of the whole step are far apart, the words carry the score.
/// </summary>
/// <param name="Steps">The steps that hold mathematics, in order; of the others there is nothing to score.</param>
public sealed record MathematicsScores(ImmutableArray<MathematicsScore> Steps)
{
    /// <summary>From here on the two scores of a step are said to disagree.</summary>
    public const double LargeDifference = 0.3;

    /// <summary>The step's entry, or null where it holds no mathematics.</summary>
    public MathematicsScore? Of(int step) => Steps.FirstOrDefault(score => score.Step == step);

    /// <summary>Whether a step's two scores are far apart.</summary>
    public bool Disagrees(int step) => Of(step) is { } score && Math.Abs(score.Difference) >= LargeDifference;

    /// <summary>Scores the mathematics of a trace whose whole steps have <paramref name="scores"/>.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    /// <exception cref="ProfileException">The profile does not fit the model.</exception>
    public static async Task<MathematicsScores> ScoreAsync(
        ITraceScorer scorer, ScoringModel model, Trace trace, TraceScores scores, RequestPriority priority, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(scores);
        var texts = trace.Steps.Take(scores.Steps.Length)
            .Select(step => (step.Index, Text: MathematicsText.Of(step.Text.Text, step.Code)))
            .Where(step => step.Text is not null).Select(step => (step.Index, Text: step.Text!)).ToImmutableArray();
        if (texts.IsEmpty)
            return new MathematicsScores([]);
        var view = await scorer.ScoreAsync(model, PlainTrace.Of(trace.Problem?.Text ?? string.Empty, [.. texts.Select(step => step.Text)]), priority, cancellationToken).ConfigureAwait(false);
        return new MathematicsScores([.. texts.Zip(view.Steps, (step, score) => new MathematicsScore(step.Index, step.Text, score.Value, score.Value - scores.Steps[step.Index].Value))]);
    }
}
