using System.Collections.Immutable;

namespace ReasoningLsp.Review.Scores;

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
}
