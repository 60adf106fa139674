using System.Collections.Immutable;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Labelled scores, so that the threshold that is best on one set can be applied to all: the rule on which the published figures
/// of some families rest (ProcessBench, arXiv:2412.06559, section 4.1).</summary>
/// <param name="Traces">The scores of each trace, and its first wrong step or −1.</param>
internal sealed record ThresholdSweep(ImmutableList<(ImmutableArray<double> Scores, int Wrong)> Traces)
{
    private const int MostTried = 2_000;

    /// <summary>Without any.</summary>
    public static ThresholdSweep Empty { get; } = new([]);

    /// <summary>ProcessBench's measure where the first step below the threshold is the error.</summary>
    public double? F1At(double threshold)
    {
        var (wrong, located, clean, leftAlone) = (0, 0, 0, 0);
        foreach (var (scores, label) in Traces)
        {
            var found = 0;
            while (found < scores.Length && scores[found] >= threshold)
                found++;
            found = found == scores.Length ? -1 : found;
            wrong += label >= 0 ? 1 : 0;
            located += label >= 0 && found == label ? 1 : 0;
            clean += label < 0 ? 1 : 0;
            leftAlone += label < 0 && found < 0 ? 1 : 0;
        }

        return ScoreCounts.Harmonic(located, wrong, leftAlone, clean);
    }

    /// <summary>The threshold with the highest measure; the lowest of several. Null where nothing can be measured.</summary>
    public double? Best()
    {
        double[] values = [.. Traces.SelectMany(trace => trace.Scores).Distinct().Order()];
        var step = Math.Max(1, values.Length / MostTried);
        return Enumerable.Range(0, (values.Length + step - 1) / step).Select(at => values[at * step])
            .Select(threshold => (threshold, F1: F1At(threshold))).Where(tried => tried.F1 is not null)
            .OrderByDescending(tried => tried.F1).ThenBy(tried => tried.threshold)
            .Select(tried => (double?)tried.threshold).FirstOrDefault();
    }

    /// <summary>Both together.</summary>
    public ThresholdSweep Plus(ThresholdSweep other) => new(Traces.AddRange(other.Traces));
}
