namespace ReasoningLsp.Runs.Criteria;

/// <summary>Finds the best of several variants by duels, after Double Thompson Sampling (Wu and Liu 2016): those that may be best meet
/// most often, so that few questions are asked of the others.</summary>
/// <param name="variants">How many there are.</param>
/// <param name="seed">The same seed makes the same choices.</param>
internal sealed class Duels(int variants, int seed)
{
    private readonly int[,] _wins = new int[variants, variants];
    private readonly Random _random = new(seed);

    /// <summary>How many duels were fought.</summary>
    public int Fought { get; private set; }

    /// <summary>The next two to meet.</summary>
    public (int One, int Other) Next()
    {
        var one = Best(Sample);
        // The one most likely to beat it, by another draw.
        var (other, most) = (one == 0 ? 1 : 0, double.NegativeInfinity);
        for (var each = 0; each < variants; each++)
        {
            if (each != one && Sample(each, one) is var chance && chance > most)
                (other, most) = (each, chance);
        }

        return (one, other);
    }

    /// <summary>One has won against another.</summary>
    public void Won(int one, int other)
    {
        _wins[one, other]++;
        Fought++;
    }

    /// <summary>A duel that nobody won tells of neither.</summary>
    public void Drawn() => Fought++;

    /// <summary>The one that beats most others, by wins; where that is even, the first.</summary>
    public int Winner() => Best((one, other) => (_wins[one, other] + 1.0) / (_wins[one, other] + _wins[other, one] + 2));

    private int Best(Func<int, int, double> chance)
    {
        var (best, most) = (0, -1.0);
        for (var one = 0; one < variants; one++)
        {
            var beaten = 0.0;
            for (var other = 0; other < variants; other++)
            {
                if (other != one)
                    beaten += chance(one, other) is var share && share > 0.5 ? 1 : share == 0.5 ? 0.5 : 0;
            }

            if (beaten > most)
                (best, most) = (one, beaten);
        }

        return best;
    }

    // A draw from the Beta distribution of the share of wins: gammas of whole numbers are sums of exponentials.
    private double Sample(int one, int other)
    {
        double a = Gamma(_wins[one, other] + 1), b = Gamma(_wins[other, one] + 1);
        return a / (a + b);
    }

    private double Gamma(int shape)
    {
        var sum = 0.0;
        for (var at = 0; at < shape; at++)
            sum -= Math.Log(1 - _random.NextDouble());
        return sum;
    }
}
