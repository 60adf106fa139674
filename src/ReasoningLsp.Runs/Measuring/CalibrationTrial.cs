using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>What calibration is worth on steps that it was not fitted to.</summary>
public sealed record CalibrationTrial
{
    /// <summary>Fewest steps from which a curve is fitted; of fewer nothing is known.</summary>
    public const int Fewest = 100;

    private const int Folds = 5;

    /// <summary>Of which steps, such as <c>language = de</c>; empty for all.</summary>
    public required string Group { get; init; }

    /// <summary>How many steps people judged.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them are right.</summary>
    public required int Right { get; init; }

    /// <summary>The lowest score seen.</summary>
    public required double Low { get; init; }

    /// <summary>The highest score seen.</summary>
    public required double High { get; init; }

    /// <summary>Whether the scores are probabilities; of others, such as differences or rewards of any size, only the fitted curves
    /// are.</summary>
    public required bool AreProbabilities { get; init; }

    /// <summary>Brier's score before, none where the scores are no probabilities, after the rising curve, and after the
    /// logistic one; the latter two on steps held back.</summary>
    public required (double? Raw, double Isotonic, double Platt) Brier { get; init; }

    /// <summary>The expected calibration error, likewise.</summary>
    public required (double? Raw, double Isotonic, double Platt) Error { get; init; }

    /// <summary>The rising curve fitted to all steps.</summary>
    public required IsotonicFit Isotonic { get; init; }

    /// <summary>The logistic curve fitted to all steps.</summary>
    public required PlattFit Platt { get; init; }

    /// <summary>What is told of a step of such a score.</summary>
    public required ImmutableArray<CalibrationLevel> Levels { get; init; }

    /// <summary>Steps by score, or where scores are no probabilities by what the rising curve says of them held back.</summary>
    public required ImmutableArray<ReliabilityBin> Bins { get; init; }

    /// <summary>Fits and tries out: five parts of the problems, each predicted from the other four.</summary>
    /// <returns>Null where too few steps were judged, or all alike.</returns>
    public static CalibrationTrial? Of(string group, IReadOnlyList<MeasuredTrace> traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var folds = new Dictionary<string, int>(StringComparer.Ordinal);
        List<(ScoredLabel Item, int Fold)> steps =
        [
            .. traces.SelectMany(trace => trace.Steps.Where(step => step is { Score: not null, IsRight: not null })
                .Select(step => (new ScoredLabel(step.Score!.Value, step.IsRight!.Value),
                    folds.TryGetValue(trace.Problem, out var known) ? known : folds[trace.Problem] = folds.Count % Folds))),
        ];
        ScoredLabel[] all = [.. steps.Select(step => step.Item)];
        var right = all.Count(item => item.IsRight);
        if (all.Length < Fewest || right == 0 || right == all.Length || folds.Count < Folds)
            return null;
        var areProbabilities = traces.All(trace => trace.AreProbabilities) && all.All(item => item.Score is >= 0 and <= 1);
        var isotonic = Held(steps, fitted => IsotonicFit.Of(fitted).At);
        var platt = Held(steps, fitted => PlattFit.Of(fitted, areProbabilities).At);
        double Brier(ScoredLabel[] items) => CalibrationFigures.Brier(items)!.Value;
        double Error(ScoredLabel[] items) => CalibrationFigures.ExpectedError(items)!.Value;
        return new CalibrationTrial
        {
            Group = group,
            Count = all.Length,
            Right = right,
            Low = all.Min(item => item.Score),
            High = all.Max(item => item.Score),
            AreProbabilities = areProbabilities,
            Brier = (areProbabilities ? Brier(all) : null, Brier(isotonic), Brier(platt)),
            Error = (areProbabilities ? Error(all) : null, Error(isotonic), Error(platt)),
            Isotonic = IsotonicFit.Of(all),
            Platt = PlattFit.Of(all, areProbabilities),
            Levels = CalibrationLevels.Of(all),
            Bins = CalibrationFigures.Reliability(areProbabilities ? all : isotonic),
        };
    }

    private static ScoredLabel[] Held(List<(ScoredLabel Item, int Fold)> steps, Func<ScoredLabel[], Func<double, double>> fit)
    {
        var held = new ScoredLabel[steps.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var curve = fit([.. steps.Where(step => step.Fold != fold).Select(step => step.Item)]);
            for (var at = 0; at < steps.Count; at++)
            {
                if (steps[at].Fold == fold)
                    held[at] = steps[at].Item with { Score = curve(steps[at].Item.Score) };
            }
        }

        return held;
    }
}
