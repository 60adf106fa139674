using System.Collections.Immutable;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>
/// Another reward model as reviewer of what the first is trained on: the records that fit it least are left out as likely mislabelled
/// ("Two Minds Better Than One: Collaborative Reward Modeling", arXiv:2505.10597, where the peer keeps the share of least loss).
/// </summary>
/// <param name="peer">What the peer scored, by the hash of problem and steps.</param>
public sealed class PeerFilter(IReadOnlyDictionary<string, PeerScores> peer)
{
    private const double Least = 1e-6;

    /// <summary>Of a run in which the peer scored the same traces.</summary>
    public static PeerFilter Of(IEnumerable<RunTrace> traces)
    {
        var scores = new Dictionary<string, PeerScores>(StringComparer.Ordinal);
        foreach (var trace in traces)
        {
            if (!trace.Scores.IsEmpty)
                scores[trace.Hash] = new PeerScores(trace.Scores, trace.Aggregate);
        }

        return new PeerFilter(scores);
    }

    /// <summary>How badly labelled steps fit the peer: the mean cross-entropy of its probabilities; null where it says nothing.</summary>
    public double? LossOf(RunTrace trace, IReadOnlyList<StepLabel> labels)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(labels);
        if (!peer.TryGetValue(trace.Hash, out var scores) || scores.Steps.Length != labels.Count
            || scores.Steps.Any(score => score is not (>= 0 and <= 1)))
            return null;
        var losses = labels.Select((label, step) => label.Rating is null ? (double?)null
            : -Math.Log(Math.Max(Least, label.Rating >= 0 ? scores.Steps[step] : 1 - scores.Steps[step]))).OfType<double>().ToList();
        return losses.Count == 0 ? null : losses.Average();
    }

    /// <summary>How badly a pair fits the peer: −ln σ(r(chosen) − r(rejected)), where the reward of a probability is its logit; null
    /// where it says nothing.</summary>
    public double? LossOf(RunTrace chosen, RunTrace rejected)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(rejected);
        if (!peer.TryGetValue(chosen.Hash, out var one) || !peer.TryGetValue(rejected.Hash, out var other)
            || one.All is not { } better || other.All is not { } worse)
            return null;
        var areProbabilities = one.Steps.Concat(other.Steps).Append(better).Append(worse).All(score => score is >= 0 and <= 1);
        return Softplus(areProbabilities ? Logit(worse) - Logit(better) : worse - better);
    }

    /// <summary>Which records stay: of those of which the peer says something, the share of least loss, rounded up.</summary>
    public static ImmutableArray<bool> Keep(IReadOnlyList<double?> losses, double share)
    {
        ArgumentNullException.ThrowIfNull(losses);
        var known = Enumerable.Range(0, losses.Count).Where(at => losses[at] is not null).OrderBy(at => losses[at]!.Value).ToList();
        var kept = known.Take((int)Math.Ceiling((share * known.Count) - 1e-9)).ToHashSet();
        return [.. Enumerable.Range(0, losses.Count).Select(kept.Contains)];
    }

    private static double Logit(double share) => Math.Log(Math.Max(Least, share) / Math.Max(Least, 1 - share));

    private static double Softplus(double value) => value > 0 ? value + Math.Log(1 + Math.Exp(-value)) : Math.Log(1 + Math.Exp(value));
}
