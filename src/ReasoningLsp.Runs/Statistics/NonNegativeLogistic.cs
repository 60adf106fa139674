using System.Collections.Immutable;

namespace ReasoningLsp.Runs.Statistics;

/// <summary>Logistic regression in which no sign can speak against what it stands for: no weight is negative.</summary>
/// <param name="Intercept">What is added for all.</param>
/// <param name="Weights">One a column.</param>
public sealed record NonNegativeLogistic(double Intercept, ImmutableArray<double> Weights)
{
    private const int MostRounds = 2000;
    private const double Close = 1e-10;

    /// <summary>Fits it, one coordinate after the other by the bound of its curvature (Böhning 1988), which never overshoots.</summary>
    /// <param name="rows">The columns' values, row by row.</param>
    /// <param name="isRight">What happened.</param>
    /// <param name="ridge">What half a squared weight costs.</param>
    public static NonNegativeLogistic Of(IReadOnlyList<double[]> rows, IReadOnlyList<bool> isRight, double ridge)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(isRight);
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        var weights = new double[columns];
        double[] curvature = [.. Enumerable.Range(0, columns).Select(column => ridge + rows.Sum(row => row[column] * row[column] / 4))];
        var linear = new double[rows.Count];
        var intercept = 0.0;
        for (var round = 0; round < MostRounds; round++)
        {
            var step = -Gradient(linear, isRight, _ => 1) / Math.Max(rows.Count / 4.0, Close);
            intercept += step;
            for (var row = 0; row < linear.Length; row++)
                linear[row] += step;
            var moved = Math.Abs(step);
            for (var column = 0; column < columns; column++)
            {
                if (curvature[column] <= 0)
                    continue;
                var at = column;
                var gradient = Gradient(linear, isRight, row => rows[row][at]) + (ridge * weights[at]);
                var next = Math.Max(0, weights[at] - (gradient / curvature[at]));
                var change = next - weights[at];
                weights[at] = next;
                for (var row = 0; change != 0 && row < linear.Length; row++)
                    linear[row] += change * rows[row][at];
                moved = Math.Max(moved, Math.Abs(change));
            }

            if (moved < Close)
                break;
        }

        return new NonNegativeLogistic(intercept, [.. weights]);
    }

    /// <summary>The probability of a row.</summary>
    public double At(ReadOnlySpan<double> row)
    {
        var sum = Intercept;
        for (var column = 0; column < row.Length; column++)
            sum += Weights[column] * row[column];
        return Sigmoid(sum);
    }

    private static double Gradient(double[] linear, IReadOnlyList<bool> isRight, Func<int, double> value)
    {
        var sum = 0.0;
        for (var row = 0; row < linear.Length; row++)
            sum += (Sigmoid(linear[row]) - (isRight[row] ? 1 : 0)) * value(row);
        return sum;
    }

    private static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));
}
