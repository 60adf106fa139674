using ReasoningLsp.Review.Decisions;

namespace ReasoningLsp.Runs.Routing;

/// <summary>How far people decided the findings of a mistake.</summary>
/// <param name="Findings">How many there are.</param>
/// <param name="Accepted">How many of them are right.</param>
/// <param name="Dismissed">How many of them are wrong.</param>
public readonly record struct MistakeState(int Findings, int Accepted, int Dismissed)
{
    /// <summary>In words: <c>open</c>, <c>accepted</c>, <c>dismissed</c>, or how many of each.</summary>
    public override string ToString() =>
        Accepted + Dismissed == 0 ? "open" : Accepted == Findings ? "accepted" : Dismissed == Findings ? "dismissed"
            : string.Join(", ", new[] { (Accepted, "accepted"), (Dismissed, "dismissed"), (Findings - Accepted - Dismissed, "open") }
                .Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}"));

    /// <summary>With one finding more.</summary>
    public MistakeState And(QueueFinding finding, DecisionLog decisions)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(decisions);
        var said = decisions.OnFinding(finding.Subject)?.Kind;
        return new MistakeState(Findings + 1, Accepted + (said == DecisionKind.Accepted ? 1 : 0),
            Dismissed + (said == DecisionKind.WrongFinding ? 1 : 0));
    }
}
