using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Remote;

/// <summary>What a server tells of the next token: the log-probabilities of some tokens, and how likely any other can be at most.</summary>
/// <param name="Known">The log-probability of each token it tells of.</param>
/// <param name="Ceiling">No other token's log-probability is above this; +∞ where nothing is known of others.</param>
internal sealed record RowList(ImmutableDictionary<int, double> Known, double Ceiling)
{
    /// <summary>Of what the candidates have together, so much may be missing.</summary>
    private const double Negligible = 1e-4;

    /// <summary>Probabilities are not above 1, rounding aside.</summary>
    private const double Rounding = 1e-3;

    /// <summary>A server writes this or less for a probability of 0.</summary>
    private const double Zero = -9_000;

    /// <summary>The tokens that must be known before <see cref="Read"/> can tell.</summary>
    public ImmutableArray<int> Missing(ImmutableArray<ImmutableArray<int>> groups)
    {
        ImmutableArray<int> missing = [.. groups.SelectMany(group => group).Distinct().Where(token => !Known.ContainsKey(token))];
        var told = groups.SelectMany(group => group).Distinct().Where(Known.ContainsKey).Sum(token => Math.Exp(Known[token]));
        return told > 0 && missing.Length * Math.Exp(Ceiling) <= Negligible * told ? [] : missing;
    }

    /// <summary>For each group the logarithm of its probability, and 0, the logarithm of the whole vocabulary's.</summary>
    /// <exception cref="InferenceException">The server gives no probabilities.</exception>
    public double[] Read(ImmutableArray<ImmutableArray<int>> groups)
    {
        if (Known.Values.Any(value => double.IsNaN(value) || value > Rounding))
            throw new InferenceException(InferenceError.Failed,
                "The server gives numbers that are no log-probabilities; vLLM must run with --logprobs-mode raw_logprobs.");
        return [.. groups.Select(
            group => LogSum(group.Where(Known.ContainsKey).Select(token => Known[token] <= Zero ? double.NegativeInfinity : Known[token]))),
            0];
    }

    /// <summary>With further tokens known.</summary>
    public RowList With(IEnumerable<KeyValuePair<int, double>> more) => this with { Known = Known.SetItems(more) };

    private static double LogSum(IEnumerable<double> values)
    {
        var all = values.ToList();
        var largest = all.DefaultIfEmpty(double.NegativeInfinity).Max();
        return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(all.Sum(value => Math.Exp(value - largest)));
    }
}
