using System.Collections.Immutable;

namespace ReasoningLsp.Review.Corrections;

/// <summary>What was re-checked of a correction before anyone sees it.</summary>
/// <param name="IsVerified">
/// Of an exact fix: exact checks decided the corrected step, refuted nothing in what changed, and found nothing new elsewhere.
/// Of a text that a model wrote: the same, no later use is broken, and a score, a checklist or the reference answer speaks for
/// it while none of these speaks against it; <see cref="Conditions"/> say which.
/// </param>
/// <param name="Proven">Relations of the corrected step that were proven.</param>
/// <param name="Summary">In one sentence.</param>
public sealed record CorrectionProof(bool IsVerified, int Proven, string Summary)
{
    /// <summary>What was asked of a text that a model wrote, and what was found; empty for exact fixes.</summary>
    public ImmutableArray<ProofCondition> Conditions { get; init; } = [];

    /// <summary>A reward model's score of the step before, where one was asked.</summary>
    public double? ScoreBefore { get; init; }

    /// <summary>And after.</summary>
    public double? ScoreAfter { get; init; }
}
