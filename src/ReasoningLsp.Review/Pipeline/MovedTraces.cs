using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>Where the traces of a document stand after an edit.</summary>
public static class MovedTraces
{
    /// <summary>Whether two are taken for the same solution: problem, number of steps and first step say the same.</summary>
    public static bool SaysTheSame(Trace left, Trace right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Steps.Length == right.Steps.Length && left.Problem?.Text == right.Problem?.Text
            && (left.Steps.IsEmpty || left.Steps[0].Text.Text == right.Steps[0].Text.Text);
    }

    /// <summary>
    /// The index in <paramref name="now"/> of each trace of <paramref name="before"/>; null for one that is gone. Where as many
    /// stand as stood, each keeps its own.
    /// </summary>
    public static ImmutableArray<int?> Between(ImmutableArray<Trace> before, ImmutableArray<Trace> now)
    {
        if (before.Length == now.Length)
            return [.. before.Select((_, index) => (int?)index)];
        var shorter = Math.Min(before.Length, now.Length);
        var first = 0;
        while (first < shorter && SaysTheSame(before[first], now[first]))
            first++;
        var last = 0;
        while (last < shorter - first && SaysTheSame(before[^(last + 1)], now[^(last + 1)]))
            last++;
        var moved = now.Length - before.Length;
        return [
            .. before.Select(
                (_, index) =>
                    index < first
                        ? index
                        : index >= before.Length - last
                        ? index + moved
                        : index < now.Length - last
                        ? (int?)index
                        : null)];
    }
}
