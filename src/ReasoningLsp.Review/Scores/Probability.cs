namespace ReasoningLsp.Review.Scores;

/// <summary>Between logits and probabilities.</summary>
internal static class Probability
{
    /// <summary>1 / (1 + e^−x).</summary>
    public static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary>The inverse of <see cref="Logistic"/>; of 0 and 1 a large number.</summary>
    public static double LogOdds(double share)
    {
        var inside = Math.Clamp(share, 1e-12, 1 - 1e-12);
        return Math.Log(inside / (1 - inside));
    }

    /// <summary>Shares that sum to 1.</summary>
    public static double[] Softmax(ReadOnlySpan<double> logits)
    {
        var sum = LogSumExp(logits);
        var shares = new double[logits.Length];
        for (var i = 0; i < shares.Length; i++)
            shares[i] = Math.Exp(logits[i] - sum);
        return shares;
    }

    /// <summary>The logarithm of the sum of exponentials.</summary>
    public static double LogSumExp(ReadOnlySpan<double> logits)
    {
        var largest = double.NegativeInfinity;
        foreach (var logit in logits)
            largest = Math.Max(largest, logit);
        var sum = 0.0;
        foreach (var logit in logits)
            sum += Math.Exp(logit - largest);
        return largest + Math.Log(sum);
    }
}
