using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Tells what keeps one solution from being scored from what keeps all.</summary>
public static class UnscoredSolution
{
    /// <summary>Whether an error lies in the solution that was to be scored, so that others may be.</summary>
    public static bool Is(Exception error) => error is SolutionTooLongException or ProfileException { IsOfSolution: true };
}
