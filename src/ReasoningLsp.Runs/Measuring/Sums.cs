namespace ReasoningLsp.Runs.Measuring;

/// <summary>What each problem adds to a figure that is made of sums.</summary>
/// <param name="problems">How many problems there are.</param>
/// <param name="width">How many sums.</param>
internal sealed class Sums(int problems, int width)
{
    private readonly double[] _parts = new double[problems * width];
    private readonly bool[] _has = new bool[problems];

    /// <summary>How many things were added.</summary>
    public long Count { get; private set; }

    /// <summary>How many problems they are of.</summary>
    public long Problems { get; private set; }

    /// <summary>Adds a thing of a problem.</summary>
    public void Add(int problem, params ReadOnlySpan<double> values)
    {
        for (var at = 0; at < values.Length; at++)
            _parts[(problem * width) + at] += values[at];
        Count++;
        Problems += _has[problem] ? 0 : 1;
        _has[problem] = true;
    }

    /// <summary>The sums where problem i counts as often as entry i says.</summary>
    public double[] Of(int[] weights)
    {
        var sums = new double[width];
        for (var problem = 0; problem < weights.Length; problem++)
        {
            if (weights[problem] == 0)
                continue;
            for (var at = 0; at < width; at++)
                sums[at] += weights[problem] * _parts[(problem * width) + at];
        }

        return sums;
    }
}
