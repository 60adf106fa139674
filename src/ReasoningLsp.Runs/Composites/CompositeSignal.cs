using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Composites;

/// <summary>One of the signals of a composite.</summary>
/// <param name="Name">The signal.</param>
/// <param name="Curve">What share of solutions of such a value is right; flat where it no longer predicts.</param>
/// <param name="Weight">How much of that counts beside the others; 0 where it adds nothing.</param>
/// <param name="Usual">The share of solutions that is right.</param>
/// <param name="Count">Solutions of which it was known and that people judged.</param>
public sealed record CompositeSignal(string Name, IsotonicFit Curve, double Weight, double Usual, int Count)
{
    /// <summary>The lowest value seen.</summary>
    public double From => Curve.Knots[0].Score;

    /// <summary>The highest value seen.</summary>
    public double To => Curve.Knots[^1].Score;

    /// <summary>What a value says for (above 0) or against a solution, in logits before the weight; null beyond what was seen.</summary>
    public double? Says(double value)
    {
        if (!(value >= From && value <= To))
            return null;
        // No share of so many is quite 0 or 1.
        var least = 1.0 / (Count + 2);
        return Logit(Math.Clamp(Curve.At(value), least, 1 - least)) - Logit(Usual);
    }

    private static double Logit(double share) => Math.Log(share / (1 - share));
}
