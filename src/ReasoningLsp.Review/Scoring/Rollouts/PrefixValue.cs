using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Scoring.Rollouts;

/// <summary>How often the right answer was reached from a prefix of a solution.</summary>
/// <param name="Steps">Steps of the prefix.</param>
/// <param name="Reached">Completions that reached the reference answer.</param>
/// <param name="Rollouts">Completions.</param>
public sealed record PrefixValue(int Steps, int Reached, int Rollouts)
{
    /// <summary>Whether the solution is whole here and states its answer, so that nothing had to be completed.</summary>
    public bool IsStated { get; init; }

    /// <summary>As if the best of so many completions were taken.</summary>
    public int BestOf { get; init; } = 1;

    /// <summary>The share with Wilson's interval; certain where the answer is stated.</summary>
    public Proportion Share => new(Reached, Rollouts);

    /// <summary>The value: 1 − (1 − share)^K for the best of K; null before the first completion.</summary>
    public double? Value => Share.Share is { } share ? Best(share) : null;

    /// <summary>In what interval the value lies in 95 of 100 samples.</summary>
    public (double Low, double High) Interval => IsStated ? (Reached, Reached) : (Best(Share.Interval.Low), Best(Share.Interval.High));

    private double Best(double share) => 1 - Math.Pow(1 - share, BestOf);
}
