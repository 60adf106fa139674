namespace ReasoningLsp.Review.Corrections;

/// <summary>What was re-checked of a correction before anyone sees it.</summary>
/// <param name="IsVerified">Whether exact checks decided the corrected step, refuted nothing in what changed, and found nothing new elsewhere.</param>
/// <param name="Proven">Relations of the corrected step that were proven.</param>
/// <param name="Summary">In one sentence.</param>
public sealed record CorrectionProof(bool IsVerified, int Proven, string Summary)
{
    /// <summary>A reward model's score of the step before, where one was asked.</summary>
    public double? ScoreBefore { get; init; }

    /// <summary>And after.</summary>
    public double? ScoreAfter { get; init; }
}
