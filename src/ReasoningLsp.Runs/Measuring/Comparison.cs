using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>A figure of two runs on the same traces.</summary>
/// <param name="Group">Of which traces; empty for all.</param>
/// <param name="Name">The figure's name.</param>
/// <param name="Count">How many things it is computed from.</param>
/// <param name="One">The figure of the first run.</param>
/// <param name="Other">The figure of the run it is compared with.</param>
/// <param name="Difference">The 95 % interval of the first less the second, by a paired bootstrap; null where every draw gives the
/// same.</param>
/// <param name="P">The chance of such a difference, or a greater one, where there is none.</param>
/// <param name="AdjustedP">The same, corrected for how many comparisons were made (Holm).</param>
public sealed record Comparison(
    string Group, string Name, long Count, double One, double Other, Interval? Difference, double P, double AdjustedP)
{
    /// <summary>Whether less is better.</summary>
    public bool IsError { get; init; }

    /// <summary>Who is better, as far as the traces tell: 1 the first, −1 the second, 0 a tie.</summary>
    public int Better => AdjustedP >= 0.05 ? 0 : Math.Sign(One - Other) * (IsError ? -1 : 1);
}
