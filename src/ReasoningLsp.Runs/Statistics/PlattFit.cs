namespace ReasoningLsp.Runs.Statistics;

/// <summary>Logistic regression on a score or its logit, without penalty (Platt, Advances in Large Margin Classifiers, 1999).</summary>
/// <param name="Slope">1 where the scores are calibrated.</param>
/// <param name="Intercept">0 where the scores are calibrated.</param>
/// <param name="IsOfLogit">Whether a score is a probability, of which the logit is taken; any other number is taken as it is, as Platt
/// took a machine's.</param>
public sealed record PlattFit(double Slope, double Intercept, bool IsOfLogit = true)
{
    // A score of 0 or 1 has no logit; one step of a single-precision number is what a model can tell.
    private const double Nearest = 1e-7;
    private const int MostRounds = 100;

    /// <summary>Fits by Newton's method. Where the two kinds are apart the curve would be endlessly steep; it stops after a hundred
    /// rounds.</summary>
    public static PlattFit Of(IReadOnlyCollection<ScoredLabel> items, bool isOfLogit = true)
    {
        ArgumentNullException.ThrowIfNull(items);
        (double X, double Y)[] points = [.. items.Select(item => (isOfLogit ? Logit(item.Score) : item.Score, item.IsRight ? 1.0 : 0.0))];
        double slope = 0, intercept = 0, loss = Loss(points, slope, intercept);
        for (var round = 0; round < MostRounds; round++)
        {
            double gradientX = 0, gradient1 = 0, xx = 1e-12, x1 = 0, ones = 1e-12;
            foreach (var (x, y) in points)
            {
                var p = Sigmoid((slope * x) + intercept);
                gradientX += (p - y) * x;
                gradient1 += p - y;
                xx += p * (1 - p) * x * x;
                x1 += p * (1 - p) * x;
                ones += p * (1 - p);
            }

            var determinant = (xx * ones) - (x1 * x1);
            if (determinant == 0)
                break;
            double stepX = ((ones * gradientX) - (x1 * gradient1)) / determinant,
                step1 = ((xx * gradient1) - (x1 * gradientX)) / determinant;
            double scale = 1, next = Loss(points, slope - stepX, intercept - step1);
            for (; next > loss && scale > 1e-10; next = Loss(points, slope - (scale * stepX), intercept - (scale * step1)))
                scale /= 2;
            if (next > loss)
                break;
            (slope, intercept, loss) = (slope - (scale * stepX), intercept - (scale * step1), next);
            if (Math.Abs(scale * stepX) + Math.Abs(scale * step1) < 1e-13)
                break;
        }

        return new PlattFit(slope, intercept, isOfLogit);
    }

    /// <summary>The probability at <paramref name="score"/>.</summary>
    public double At(double score) => Sigmoid((Slope * (IsOfLogit ? Logit(score) : score)) + Intercept);

    private static double Loss((double X, double Y)[] points, double slope, double intercept) => points.Sum(point =>
    {
        var z = (slope * point.X) + intercept;
        return Math.Max(z, 0) - (z * point.Y) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
    });

    private static double Logit(double score)
    {
        var inside = Math.Clamp(score, Nearest, 1 - Nearest);
        return Math.Log(inside / (1 - inside));
    }

    private static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));
}
