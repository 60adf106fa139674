using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring.Rollouts;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Examining;

/// <summary>What the models that are set say of one solution, as far as it is known.</summary>
/// <param name="Trace">The solution.</param>
internal sealed record Examination(Trace Trace)
{
    /// <summary>A score for every step; null where no reward model is set.</summary>
    public TraceScores? Scores { get; init; }

    /// <summary>The same by the steps' mathematics alone.</summary>
    public MathematicsScores? Mathematics { get; init; }

    /// <summary>Whether it answers its problem; null where no judge is set, or there is no problem.</summary>
    public BackwardScore? Backward { get; init; }

    /// <summary>How much nearer to the right answer each step comes; null where no judge is set, or no right answer is known.</summary>
    public ProgressEstimate? Progress { get; init; }

    /// <summary>What was not asked, and why.</summary>
    public string? Missing { get; init; }

    /// <summary>Whether a person had enough.</summary>
    public bool IsCancelled { get; init; }
}
