using System.Collections.Immutable;
using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Composites;

/// <summary>One probability that a solution is right, fitted from several signals to what people said.</summary>
/// <remarks>Each signal is first made a share by a rising curve, which is flat where it no longer predicts: a higher score earns nothing
/// there (Constrained RLHF's point beyond which a proxy does not count). What the curves say of solutions that they were not fitted to is
/// added up with weights that are never negative. Beyond the values seen a signal does not count at all.</remarks>
/// <param name="Intercept">What is added for all.</param>
/// <param name="Signals">The signals.</param>
public sealed record Composite(double Intercept, ImmutableArray<CompositeSignal> Signals)
{
    /// <summary>Fewest judged solutions from which one is fitted.</summary>
    public const int Fewest = 100;

    internal const int Folds = 5;

    // So that two signals that say the same share the weight, and one that says nothing gets none.
    private const double Ridge = 1;

    /// <summary>Fits it; null where too few were judged, or all alike.</summary>
    public static Composite? Of(IReadOnlyList<JudgedSolution> judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        return judged.Count < Fewest ? null : Fitted(judged);
    }

    /// <summary>Fits it to however many, as where a part is held back from just enough; null where all are alike.</summary>
    internal static Composite? Fitted(IReadOnlyList<JudgedSolution> judged)
    {
        var right = judged.Count(each => each.IsRight);
        if (right == 0 || right == judged.Count)
            return null;
        var folds = FoldsOf(judged);
        var usual = right / (double)judged.Count;
        ImmutableArray<string> names = [.. judged.SelectMany(each => each.Values.Keys).Distinct().Order(StringComparer.Ordinal)
            .Where(name => judged.Where(each => each.Values.ContainsKey(name)).Select(each => each.Values[name]).Distinct().Skip(1).Any())];
        var rows = judged.Select(_ => new double[names.Length]).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            for (var column = 0; column < names.Length; column++)
            {
                var signal = Signal(names[column], [.. judged.Where((_, at) => folds[at] != fold)], usual, 1);
                for (var at = 0; at < judged.Count; at++)
                {
                    if (folds[at] == fold && judged[at].Values.TryGetValue(names[column], out var value))
                        rows[at][column] = signal?.Says(value) ?? 0;
                }
            }
        }

        var fit = NonNegativeLogistic.Of(rows, [.. judged.Select(each => each.IsRight)], Ridge);
        return new Composite(fit.Intercept,
            [.. names.Select((name, column) => Signal(name, judged, usual, fit.Weights[column])).OfType<CompositeSignal>()]);
    }

    /// <summary>What they say together.</summary>
    public CompositeAnswer At(ImmutableSortedDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sum = Intercept;
        var beyond = new List<string>();
        (string? Name, double Moves) most = (null, 0);
        foreach (var signal in Signals)
        {
            if (!values.TryGetValue(signal.Name, out var value))
                continue;
            if (signal.Says(value) is not { } says)
            {
                beyond.Add(signal.Name);
                continue;
            }

            var moves = signal.Weight * says;
            sum += moves;
            if (Math.Abs(moves) > Math.Abs(most.Moves))
                most = (signal.Name, moves);
        }

        return new CompositeAnswer(1 / (1 + Math.Exp(-sum)), most.Name, beyond);
    }

    // Solutions of one problem are held back together.
    internal static int[] FoldsOf(IReadOnlyList<JudgedSolution> judged)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. judged.Select(each => (numbers.TryGetValue(each.Problem, out var known) ? known
            : numbers[each.Problem] = numbers.Count) % Folds)];
    }

    internal static CompositeSignal? Signal(string name, IReadOnlyList<JudgedSolution> judged, double usual, double weight)
    {
        ScoredLabel[] known = [.. judged.Where(each => each.Values.ContainsKey(name))
            .Select(each => new ScoredLabel(each.Values[name], each.IsRight))];
        return known.Length == 0 ? null : new CompositeSignal(name, IsotonicFit.Of(known), weight, usual, known.Length);
    }
}
