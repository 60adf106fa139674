namespace ReasoningLsp.Runs.Statistics;

/// <summary>ProcessBench's measure: whether the first wrong step is found, and whether right solutions are left alone.</summary>
/// <param name="Wrong">Wrong solutions.</param>
/// <param name="Located">Of these, those whose first wrong step was named exactly.</param>
/// <param name="Right">Right solutions.</param>
/// <param name="LeftAlone">Of these, those in which no step was named.</param>
public sealed record ProcessBenchFigure(int Wrong, int Located, int Right, int LeftAlone)
{
    /// <summary>The figure of labels and predictions: the first wrong step from 0, −1 for none; a prediction that cannot be read is null
    /// and counts as missed.</summary>
    public static ProcessBenchFigure Of(IEnumerable<(int Label, int? Prediction)> cases)
    {
        int wrong = 0, located = 0, right = 0, leftAlone = 0;
        foreach (var (label, prediction) in cases)
        {
            wrong += label >= 0 ? 1 : 0;
            right += label < 0 ? 1 : 0;
            located += label >= 0 && prediction == label ? 1 : 0;
            leftAlone += label < 0 && prediction == -1 ? 1 : 0;
        }

        return new ProcessBenchFigure(wrong, located, right, leftAlone);
    }

    /// <summary>The share of wrong solutions that were located; null where there is none.</summary>
    public double? AccuracyWrong => Wrong == 0 ? null : (double)Located / Wrong;

    /// <summary>The share of right solutions that were left alone; null where there is none.</summary>
    public double? AccuracyRight => Right == 0 ? null : (double)LeftAlone / Right;

    /// <summary>Their harmonic mean, from 0 to 1; null where one kind is missing.</summary>
    public double? F1 => (AccuracyWrong, AccuracyRight) is ({ } wrong, { } right)
        ? wrong + right == 0 ? 0 : 2 * wrong * right / (wrong + right)
        : null;
}
