using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Reporting;

/// <summary>A trace's scores as a small curve: where it falls is seen before a number is read.</summary>
public static class ScoreCurve
{
    private const double Height = 64, Padding = 7, Radius = 3;
    private const int MostMarks = 80;
    private const string Eighths = "▁▂▃▄▅▆▇█";

    /// <summary>
    /// One character a step, low to high; a step without a score yet is a dot. Long traces are cut to
    /// <paramref name="most"/> steps around <paramref name="current"/>.
    /// </summary>
    public static string Text(TraceScores scores, int steps, int current, int most = 60)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var (low, high) = Range(scores);
        var first = Math.Clamp(current - (most / 2), 0, Math.Max(0, steps - most));
        var end = Math.Min(steps, first + most);
        var curve = new StringBuilder(first > 0 ? "…" : string.Empty);
        for (var step = first; step < end; step++)
            curve.Append(step < scores.Steps.Length
                ? Eighths[(int)Math.Round((scores.Steps[step].Value - low) / (high - low) * (Eighths.Length - 1))] : '·');
        return curve.Append(end < steps ? "…" : string.Empty).ToString();
    }

    /// <summary>
    /// An SVG image: the line of the scores, the threshold dashed, doubted steps as crosses, the current step ringed.
    /// Shapes tell what colours tell, and the colours stand on light and dark.
    /// </summary>
    /// <param name="scores">The scores, of all steps or of the first ones.</param>
    /// <param name="steps">How many steps the trace has.</param>
    /// <param name="current">Index of the step that is ringed, or null.</param>
    public static string Svg(TraceScores scores, int steps, int? current)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var (low, high) = Range(scores);
        var width = Math.Clamp(steps * 22.0, 120, 420);
        double X(int step) => Padding + (steps < 2 ? (width - (2 * Padding)) / 2 : step * (width - (2 * Padding)) / (steps - 1));
        double Y(double value) => Height - Padding - ((value - low) / (high - low) * (Height - (2 * Padding)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0}\" height=\"{Height:0}\" viewBox=\"0 0 {width:0} "
            + $"{Height:0}\" role=\"img\"><title>{Html.Escape(Title(scores, steps))}</title>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<path d=\"M{Padding:0.#} {Y(high):0.#}H{width - Padding:0.#}M{Padding:0.#} {Y(low):0.#}H{width - Padding:0.#}\" "
            + $"stroke=\"#888\" stroke-opacity=\".5\" stroke-width=\"1\"/>");
        if (scores.Profile.Threshold is { } threshold && threshold > low && threshold < high)
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M{Padding:0.#} {Y(threshold):0.#}H{width - Padding:0.#}\" stroke=\"#888\" stroke-width=\"1\" "
                + $"stroke-dasharray=\"4 3\"/>");
        svg.Append("<polyline fill=\"none\" stroke=\"#3b8eea\" stroke-width=\"2\" stroke-linejoin=\"round\" points=\"");
        foreach (var score in scores.Steps)
            svg.Append(CultureInfo.InvariantCulture, $"{X(score.Step):0.#},{Y(score.Value):0.#} ");
        svg.Append("\"/>");
        foreach (var score in scores.Steps)
        {
            var (x, y) = (X(score.Step), Y(score.Value));
            if (!score.IsPartial && Doubt.Of(scores, score.Step))
                svg.Append(CultureInfo.InvariantCulture,
                    $"<path d=\"M{x - Radius:0.#} {y - Radius:0.#}l{2 * Radius:0.#} {2 * Radius:0.#}m0 "
                    + $"{-2 * Radius:0.#}l{-2 * Radius:0.#} {2 * Radius:0.#}\" stroke=\"#d9730d\" stroke-width=\"2\"/>");
            else if (steps <= MostMarks)
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Radius - 0.5:0.#}\" "
                    + $"fill=\"{(score.IsPartial ? "none" : "#3b8eea")}\" stroke=\"#3b8eea\"/>");
            if (score.Step == current)
                svg.Append(CultureInfo.InvariantCulture,
                    $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Radius + 2.5:0.#}\" fill=\"none\" stroke=\"#d9730d\" "
                    + $"stroke-width=\"1.5\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Title(TraceScores scores, int steps) =>
        $"Scores of {scores.Steps.Length} of {steps} steps: "
            + $"{string.Join(", ", scores.Steps.Take(MostMarks).Select(score => ScoreText.Number(score.Value)))}";

    // Probabilities fill their scale; other scores are shown between their least and greatest.
    private static (double Low, double High) Range(TraceScores scores)
    {
        if (scores.Steps.IsEmpty || scores.Steps.All(score => score.Value is >= 0 and <= 1))
            return (0, 1);
        var (low, high) = (scores.Steps.Min(score => score.Value), scores.Steps.Max(score => score.Value));
        return high > low ? (low, high) : (low - 1, high + 1);
    }
}
