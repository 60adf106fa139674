namespace ReasoningLsp.Runs.Exporting;

/// <summary>
/// How likely a policy finds the two answers of a pair, and how likely its reference did before: after "3D-Properties: Identifying
/// Challenges in DPO" (arXiv:2406.07327), where training on pairs lowers the likelihood of both answers, the chosen one's too.
/// </summary>
/// <param name="Chosen">log P(chosen | prompt) by the policy.</param>
/// <param name="Rejected">log P(rejected | prompt) by the policy.</param>
/// <param name="Reference">The same by the reference; null where there is none.</param>
public sealed record LikelihoodMargin(double Chosen, double Rejected, (double Chosen, double Rejected)? Reference)
{
    /// <summary>log P(chosen) − log P(rejected); less the reference's where there is one, which is DPO's implicit reward margin before
    /// its β (arXiv:2305.18290).</summary>
    public double Margin => Chosen - Rejected - (Reference is var (chosen, rejected) ? chosen - rejected : 0);

    /// <summary>What the chosen answer has gained since the reference; null where there is none.</summary>
    public double? Gain => Chosen - Reference?.Chosen;

    /// <summary>Whether the chosen answer has lost likelihood; null where there is no reference.</summary>
    public bool? LosesLikelihood => Gain is { } gain ? gain < 0 : null;
}
