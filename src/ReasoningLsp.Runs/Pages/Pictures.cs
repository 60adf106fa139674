using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;
using ReasoningLsp.Runs.Measuring;

namespace ReasoningLsp.Runs.Pages;

/// <summary>Pictures as SVG, in shades and shapes that can be told apart without colour.</summary>
internal static class Pictures
{
    private static readonly OxyColor s_ink = OxyColor.FromRgb(0x1f, 0x4e, 0x79);
    private static readonly OxyColor s_second = OxyColor.FromRgb(0xb3, 0x59, 0x00);

    /// <summary>How often steps of a score were right, against what the score says, with intervals and the fitted curves.</summary>
    public static string Reliability(CalibrationTrial trial)
    {
        var model = Model(trial.AreProbabilities ? "score" : "what the rising curve says of a score", "share that is right");
        model.Series.Add(new FunctionSeries(x => x, 0, 1, 2) { Color = OxyColors.Gray, LineStyle = LineStyle.Dash, Title = "as it says" });
        var bars = new ErrorSeries { Color = s_ink, StrokeThickness = 1 };
        var points = new ScatterSeries
        {
            MarkerType = MarkerType.Circle,
            MarkerSize = 4,
            MarkerFill = s_ink,
            Title = "steps, with interval"
        };
        foreach (var bin in trial.Bins)
        {
            points.Points.Add(new ScatterPoint(bin.Score, bin.Right));
            bars.Points.Add((bin.Score, bin.Interval.Low, bin.Interval.High));
        }

        bars.AddTo(model);
        model.Series.Add(points);
        // Scores of another scale have no place on this one.
        if (!trial.AreProbabilities)
            return Svg(model);
        var curve = new LineSeries { Color = s_second, Title = "isotonic", StrokeThickness = 2 };
        curve.Points.AddRange(trial.Isotonic.Knots.Select(knot => new DataPoint(knot.Score, knot.Right)));
        model.Series.Add(curve);
        model.Series.Add(new FunctionSeries(trial.Platt.At, Math.Max(trial.Low, 0.001), Math.Min(trial.High, 0.999), 100)
        { Color = s_second, LineStyle = LineStyle.Dot, Title = "Platt" });
        return Svg(model);
    }

    /// <summary>How scores of right and of wrong steps lie.</summary>
    public static string Histogram(IReadOnlyList<MeasuredTrace> traces)
    {
        var model = Model("score", "share of steps");
        foreach (var (isRight, colour, style, title) in new[]
        {
            (true, s_ink, LineStyle.Solid, "right steps"), (false, s_second, LineStyle.Dash, "wrong steps"),
        })
        {
            var scores = traces.SelectMany(trace => trace.Steps).Where(step => step.IsRight == isRight && step.Score is not null)
                .Select(step => step.Score!.Value).ToList();
            var line = new StairStepSeries { Color = colour, LineStyle = style, Title = $"{title} ({scores.Count})", StrokeThickness = 2 };
            for (var bin = 0; bin <= 20; bin++)
                line.Points.Add(new DataPoint(bin / 20.0, bin == 20 || scores.Count == 0 ? 0
                    : scores.Count(score => Math.Clamp((int)(score * 20), 0, 19) == bin) / (double)scores.Count));
            model.Series.Add(line);
        }

        return Svg(model);
    }

    private static PlotModel Model(string x, string y)
    {
        var model = new PlotModel { Background = OxyColors.White };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = x, Minimum = 0, Maximum = 1 });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, Title = y, Minimum = 0, Maximum = 1 });
        model.Legends.Add(new OxyPlot.Legends.Legend { LegendPosition = OxyPlot.Legends.LegendPosition.TopLeft });
        return model;
    }

    private static string Svg(PlotModel model)
    {
        using var stream = new MemoryStream();
        new SvgExporter { Width = 560, Height = 380, UseVerticalTextAlignmentWorkaround = true }.Export(model, stream);
        var text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        return text[text.IndexOf("<svg", StringComparison.Ordinal)..];
    }

    /// <summary>Upright lines through the points of a diagram.</summary>
    private sealed class ErrorSeries
    {
        public OxyColor Color { get; init; }

        public double StrokeThickness { get; init; }

        public List<(double X, double Low, double High)> Points { get; } = [];

        public void AddTo(PlotModel model)
        {
            foreach (var (x, low, high) in Points)
                model.Annotations.Add(new LineAnnotation
                {
                    Type = LineAnnotationType.Vertical,
                    X = x,
                    MinimumY = low,
                    MaximumY = high,
                    Color = Color,
                    LineStyle = LineStyle.Solid,
                    StrokeThickness = StrokeThickness,
                });
        }
    }
}
