namespace ReasoningLsp.Review.Decisions;

/// <summary>That a finding was confirmed, or that someone was asked of it or of its step.</summary>
/// <param name="Finding">The finding; without a rule where a step without one is asked about.</param>
/// <param name="Step">Index of the step, or null for the whole solution.</param>
/// <param name="Said">The decision.</param>
public sealed record FindingWord(DecisionSubject Finding, int? Step, Decision Said)
{
    /// <summary>The finding's rule; empty where a step without one is asked about.</summary>
    public string Rule => Finding.Rule;
}
