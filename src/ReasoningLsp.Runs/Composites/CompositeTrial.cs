using System.Collections.Immutable;
using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Composites;

/// <summary>What a composite is worth on solutions that it was not fitted to, beside each of its signals alone.</summary>
/// <param name="Composite">The composite of all.</param>
/// <param name="Count">How many solutions people judged.</param>
/// <param name="Right">How many of them are right.</param>
/// <param name="Brier">The composite's Brier score on solutions held back.</param>
/// <param name="Error">Its expected calibration error there.</param>
/// <param name="Auc">How often it puts a right one above a wrong one there, ties half.</param>
/// <param name="Alone">The same of each signal's own curve: Brier score and order.</param>
public sealed record CompositeTrial(Composite Composite, int Count, int Right, double Brier, double Error, double Auc,
    ImmutableArray<(string Name, double Brier, double Auc)> Alone)
{
    /// <summary>Fits and tries out; null where there is too little to fit.</summary>
    public static CompositeTrial? Of(IReadOnlyList<JudgedSolution> judged)
    {
        if (Composite.Of(judged) is not { } composite)
            return null;
        var folds = Composite.FoldsOf(judged);
        var held = new ScoredLabel[judged.Count];
        var alone = composite.Signals.ToDictionary(signal => signal.Name, _ => new ScoredLabel[judged.Count]);
        for (var fold = 0; fold < Composite.Folds; fold++)
        {
            List<JudgedSolution> others = [.. judged.Where((_, at) => folds[at] != fold)];
            var usual = others.Count(each => each.IsRight) / (double)Math.Max(1, others.Count);
            var fitted = Composite.Fitted(others);
            for (var at = 0; at < judged.Count; at++)
            {
                if (folds[at] != fold)
                    continue;
                held[at] = new ScoredLabel(fitted?.At(judged[at].Values).Right ?? usual, judged[at].IsRight);
            }

            foreach (var (name, labels) in alone)
            {
                var signal = Composite.Signal(name, others, usual, 1);
                for (var at = 0; at < judged.Count; at++)
                {
                    if (folds[at] == fold)
                        labels[at] = new ScoredLabel(judged[at].Values.TryGetValue(name, out var value) && signal is not null
                            ? signal.Curve.At(value) : usual, judged[at].IsRight);
                }
            }
        }

        return new CompositeTrial(composite, judged.Count, judged.Count(each => each.IsRight), CalibrationFigures.Brier(held)!.Value,
            CalibrationFigures.ExpectedError(held)!.Value, Ranking.Auc(held)!.Value,
            [.. alone.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each =>
                (each.Key, CalibrationFigures.Brier(each.Value)!.Value, Ranking.Auc(each.Value)!.Value))]);
    }
}
