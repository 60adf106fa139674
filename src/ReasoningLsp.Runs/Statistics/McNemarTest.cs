namespace ReasoningLsp.Runs.Statistics;

/// <summary>Whether two systems differ on the same problems (McNemar, Psychometrika 12, 1947).</summary>
/// <param name="OnlyOne">Problems that only the first got right.</param>
/// <param name="OnlyOther">Problems that only the second got right.</param>
public sealed record McNemarTest(int OnlyOne, int OnlyOther)
{
    /// <summary>The test of what two systems got right, problem by problem.</summary>
    /// <exception cref="ArgumentException">They are not of the same problems.</exception>
    public static McNemarTest Of(IReadOnlyList<bool> one, IReadOnlyList<bool> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Count != other.Count)
            throw new ArgumentException("A paired test needs the same problems on both sides.", nameof(other));
        return new McNemarTest(
            Enumerable.Range(0, one.Count).Count(at => one[at] && !other[at]),
                Enumerable.Range(0, one.Count).Count(at => !one[at] && other[at]));
    }

    /// <summary>The exact two-sided p of the binomial test; 1 where the two agree everywhere.</summary>
    public double ExactP
    {
        get
        {
            int n = OnlyOne + OnlyOther, fewer = Math.Min(OnlyOne, OnlyOther);
            // P(X ≤ fewer) of a fair coin thrown n times.
            return n == 0 ? 1 : Math.Min(1, 2 * (1 - SpecialFunctions.Beta(0.5, fewer + 1, n - fewer)));
        }
    }

    /// <summary>χ² with continuity correction.</summary>
    public double CorrectedChiSquared
    {
        get
        {
            int n = OnlyOne + OnlyOther, difference = Math.Max(0, Math.Abs(OnlyOne - OnlyOther) - 1);
            return n == 0 ? 0 : (double)difference * difference / n;
        }
    }

    /// <summary>The p of <see cref="CorrectedChiSquared"/>, for many problems.</summary>
    public double CorrectedP => SpecialFunctions.ChiSquaredAbove(CorrectedChiSquared);
}
