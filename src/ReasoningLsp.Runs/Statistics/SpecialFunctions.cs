namespace ReasoningLsp.Runs.Statistics;

/// <summary>The functions that distributions are made of, to about 1e-14.</summary>
internal static class SpecialFunctions
{
    private const double Tiny = 1e-300;
    private const double Accuracy = 1e-16;

    // Lanczos' approximation, g = 7, n = 9.
    private static readonly double[] s_lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The logarithm of the gamma function of a number above 0.</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        x -= 1;
        var sum = s_lanczos[0];
        for (var index = 1; index < s_lanczos.Length; index++)
            sum += s_lanczos[index] / (x + index);
        var t = x + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>The regularized incomplete beta function: the share of a beta distribution below <paramref name="x"/>.</summary>
    public static double Beta(double x, double a, double b)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>Where a share <paramref name="p"/> of a beta distribution lies below.</summary>
    public static double InverseBeta(double p, double a, double b)
    {
        double low = 0, high = 1;
        // Halving never leaves the bracket; 200 times is beyond what a double can tell apart.
        for (var round = 0; round < 200 && high > low; round++)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high)
                break;
            if (Beta(middle, a, b) < p)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>The probability that a χ² variable of one degree of freedom exceeds <paramref name="x"/>.</summary>
    public static double ChiSquaredAbove(double x) => x <= 0 ? 1 : UpperGamma(0.5, x / 2);

    // The regularized upper incomplete gamma function.
    private static double UpperGamma(double a, double x)
    {
        var front = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        if (x < a + 1)
        {
            double term = 1 / a, sum = term;
            for (var n = 1; n < 1000 && Math.Abs(term) > Math.Abs(sum) * Accuracy; n++)
                sum += term *= x / (a + n);
            return 1 - (front * sum);
        }

        double b = x + 1 - a, c = 1 / Tiny, d = 1 / b, h = d;
        for (var n = 1; n < 10_000; n++)
        {
            var an = -n * (n - a);
            b += 2;
            d = 1 / Away((an * d) + b);
            c = Away(b + (an / c));
            var change = d * c;
            h *= change;
            if (Math.Abs(change - 1) < Accuracy)
                break;
        }

        return front * h;
    }

    // The continued fraction of the incomplete beta function (Lentz).
    private static double Fraction(double x, double a, double b)
    {
        double c = 1, d = 1 / Away(1 - ((a + b) * x / (a + 1))), h = d;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Away(1 + (even * d));
            c = Away(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Away(1 + (odd * d));
            c = Away(1 + (odd / c));
            var change = d * c;
            h *= change;
            if (Math.Abs(change - 1) < Accuracy)
                break;
        }

        return h;
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
