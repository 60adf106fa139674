namespace ReasoningLsp.Review.Judges;

/// <summary>What a judge said to a probe.</summary>
/// <param name="Probe">The probe.</param>
/// <param name="Answer">Its answer, unguarded.</param>
/// <param name="Low">Lowest probability of yes over all forms of the question.</param>
/// <param name="High">Highest.</param>
public sealed record ProbeOutcome(Probe Probe, JudgeAnswer Answer, double Low, double High)
{
    /// <summary>Whether it said what a good judge says: at most unsure where yes is wrong.</summary>
    public bool IsPassed => Probe.MustBeYes ? Answer.Verdict == Checklists.ItemAnswer.Yes : Answer.Verdict != Checklists.ItemAnswer.Yes;
}
