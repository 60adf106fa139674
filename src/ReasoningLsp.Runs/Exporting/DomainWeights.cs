using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>How much a record of each domain counts, so that a large one does not drown the others; 1 on average over all
/// records.</summary>
/// <param name="Of">The weight by domain.</param>
public sealed record DomainWeights(ImmutableDictionary<string, double> Of)
{
    /// <summary>How even the domains become: drawing a domain with a probability that rises with its share to the power of 0.3, as mT5
    /// draws languages (arXiv:2010.11934).</summary>
    public const double UsualPower = 0.3;

    /// <summary>The weights by which domains count as n to the power of <paramref name="power"/>: of a domain with the share s of the
    /// records s^(power − 1), divided by the sum of s^power. 1 leaves them as they are, 0 makes all domains equal.</summary>
    public static DomainWeights ByCount(IReadOnlyDictionary<string, int> counts, double power)
    {
        ArgumentNullException.ThrowIfNull(counts);
        double all = counts.Values.Sum(), sum = counts.Values.Sum(count => Math.Pow(count / all, power));
        return new DomainWeights(counts.ToImmutableDictionary(pair => pair.Key, pair => Math.Pow(pair.Value / all, power - 1) / sum,
            StringComparer.Ordinal));
    }

    /// <summary>The weights that somebody else found, such as a training that learns them (DreamPRM, arXiv:2505.20241), brought to 1 on
    /// average.</summary>
    /// <param name="json">An object of domain and weight.</param>
    /// <param name="counts">Records of each domain.</param>
    /// <exception cref="FormatException">It is none, or lacks a domain.</exception>
    public static DomainWeights Given(string json, IReadOnlyDictionary<string, int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Dictionary<string, double>? given;
        try
        {
            given = JsonSerializer.Deserialize<Dictionary<string, double>>(json);
        }
        catch (JsonException)
        {
            given = null;
        }

        if (given is null || given.Values.Any(weight => weight is not (>= 0 and < double.PositiveInfinity)))
            throw new FormatException("weights are one object of domain and number: {\"algebra\": 1.5, \"geometry\": 0.5}.");
        if (counts.Keys.FirstOrDefault(domain => !given.ContainsKey(domain)) is { } missing)
            throw new FormatException($"there is no weight of \"{missing}\": add it.");
        var mean = counts.Sum(pair => pair.Value * given[pair.Key]) / counts.Values.Sum();
        if (mean == 0)
            throw new FormatException("all weights are 0: give one domain more.");
        return new DomainWeights(counts.Keys.ToImmutableDictionary(domain => domain, domain => given[domain] / mean,
            StringComparer.Ordinal));
    }
}
