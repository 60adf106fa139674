using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Judges;

/// <summary>What a judge's next token says.</summary>
/// <param name="PYes">Probability of yes among yes and no, over all their spellings, 0 to 1.</param>
/// <param name="Mass">Probability of either among all tokens, 0 to 1: little of it means that the model did not answer the
/// question.</param>
public sealed record JudgeAnswer(double PYes, double Mass)
{
    /// <summary>From here on a yes.</summary>
    public const double Yes = 0.6;

    /// <summary>Up to here a no.</summary>
    public const double No = 0.4;

    /// <summary>Less than this on yes and no together is no answer.</summary>
    public const double LeastMass = 0.05;

    /// <summary>The verdict: unsure in the middle, and where the model did not answer.</summary>
    public ItemAnswer Verdict => Mass < LeastMass || !double.IsFinite(PYes) ? ItemAnswer.Unsure
        : PYes >= Yes ? ItemAnswer.Yes
        : PYes <= No ? ItemAnswer.No
        : ItemAnswer.Unsure;
}
