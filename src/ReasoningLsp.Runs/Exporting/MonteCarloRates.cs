using System.Collections.Immutable;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>How often a model reached the right answer from the end of each step: Monte-Carlo estimation as in Math-Shepherd
/// (arXiv:2312.08935).</summary>
/// <param name="Start">The share before the first step, or null.</param>
/// <param name="Steps">The share after each step; null where nothing was completed.</param>
public sealed record MonteCarloRates(double? Start, ImmutableArray<double?> Steps)
{
    /// <summary>
    /// The first step after which no completion reached the answer, −1 where from every one some did, null where that is not
    /// known: the hard label of Monte Carlo, whose threshold is best at 0 ("The Lessons of Developing Process Reward Models",
    /// arXiv:2501.07301).
    /// </summary>
    public int? FirstWrongStep
    {
        get
        {
            var wrong = Steps.IndexOf(0);
            return (wrong < 0 ? Steps : Steps[..wrong]).Contains(null) ? null : wrong;
        }
    }
}
