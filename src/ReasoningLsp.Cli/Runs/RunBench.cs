using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Measuring;
using ReasoningLsp.Runs.Pages;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>Measures a run that is kept.</summary>
internal sealed record RunBench(ProgramHost Host, RunFolder Folder)
{
    private const int MostFailures = 50;

    /// <summary>The run to compare with, or null.</summary>
    public RunFolder? Against { get; init; }

    /// <summary>Where labels come from: <c>decisions</c>, a file, or null for the records.</summary>
    public string? Labels { get; init; }

    /// <summary>What to group by, or null.</summary>
    public string? By { get; init; }

    /// <summary>Whether scores are calibrated.</summary>
    public bool Calibrate { get; init; }

    /// <summary>Full path of the page, or null.</summary>
    public string? Html { get; init; }

    /// <summary>How the figures are written.</summary>
    public ReportFormat Format { get; init; }

    /// <summary>Measures, and returns the exit code.</summary>
    public int Run(CancellationToken cancellationToken)
    {
        var labels = Source();
        var traces = Read(Folder, labels);
        var measure = new RunMeasure();
        var figures = measure.Figures(traces, By, cancellationToken);
        ImmutableArray<Comparison> comparisons = Against is null ? []
            : measure.Compare(traces, Read(Against, labels), By, cancellationToken);
        var trials = Trials(traces);
        using (var output = new StreamWriter(Host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
        {
            if (Format == ReportFormat.JsonLines)
                WriteJson(output, figures, comparisons, trials);
            else
                WriteText(output, figures, comparisons, trials);
        }

        if (Calibrate)
            Keep(trials, traces, labels);
        LeftLines.Tell(Host, Labels, labels.Left);
        TellFew(figures);
        if (Against is { } other && comparisons.IsEmpty && !figures.IsEmpty)
            Host.Error.WriteLine($"Nothing is compared: no trace of {Folder.Name} that has a label is in {other.Name} too, word for word. "
                + $"Revisions are compared by `reasoning-lsp run compare {other.Name} {Folder.Name}`.");
        if (Html is { } html)
            WritePage(html, figures, comparisons, trials, traces, labels);
        if (figures.IsEmpty)
        {
            Host.Error.WriteLine("No trace of this run has a label: people's decisions (--labels decisions), a file of labels, or records "
                + "with \"label\" make figures.");
            return ExitCode.Trouble;
        }

        return ExitCode.Clean;
    }

    // Whoever reads an interval must know of what it speaks.
    private void TellFew(ImmutableArray<Figure> figures)
    {
        List<string> few = [.. figures.Where(figure => figure.IsOfFewProblems).Select(figure => figure.Group).Distinct()];
        if (few.Count > 0)
            Host.Error.WriteLine($"{(few[0].Length == 0 ? "The judged solutions are" : $"Those of {string.Join(", ", few)} are")} of fewer "
                + "than ten problems: intervals are drawn over solutions there, and speak of other solutions of these problems, not of "
                + "other problems.");
    }

    private List<MeasuredTrace> Read(RunFolder folder, LabelSource labels)
    {
        NamedRun.Complete(folder);
        return Told(() => RunTraceReader.Read(folder).Where(trace => trace.Number is not null)
            .Select(trace => MeasuredTrace.Of(trace, labels)).ToList());
    }

    private LabelSource Source() => Labels switch
    {
        null => LabelSource.Records,
        "decisions" => LabelSource.Decisions(new Policies(Host).For(Host.Folder).Decisions),
        var file => Told(() => LabelSource.File(Path.GetFullPath(file, Host.Folder))),
    };

    private List<CalibrationTrial> Trials(List<MeasuredTrace> traces)
    {
        var all = CalibrationTrial.Of(string.Empty, traces);
        IEnumerable<CalibrationTrial?> groups = By is null ? [] : traces.GroupBy(trace => trace.Groups[By])
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => CalibrationTrial.Of($"{By} = {group.Key}", [.. group]));
        return [.. groups.Prepend(all).OfType<CalibrationTrial>()];
    }

    private void Keep(List<CalibrationTrial> trials, List<MeasuredTrace> traces, LabelSource labels)
    {
        var isFitted = new CompositeBench(Host, Folder, Format == ReportFormat.JsonLines).Keep(traces, labels);
        var scored = RunTraceReader.Read(Folder).FirstOrDefault(trace => trace.Profile is not null);
        if (scored is not { Profile: { } profile, Model: { } model } || trials.Count == 0)
        {
            var lacks = string.Create(CultureInfo.InvariantCulture,
                $"No score can be calibrated: it takes those of a reward model and {CalibrationTrial.Fewest} judged steps, right and "
                    + $"wrong.");
            if (!isFitted)
                throw new UsageException(lacks);
            Host.Error.WriteLine(lacks);
            return;
        }

        var path = MeasuredCalibration.PathOf(Host.UserFolder, profile, model);
        CalibrationFile.Write(path, profile, model, RunSummary.Read(Folder).Sha256, trials);
        Host.Error.WriteLine($"What scores of {model} are worth is kept in {Host.Display(path)}; wherever they are "
            + "shown from now on, it says so.");
    }

    private void WritePage(string path, ImmutableArray<Figure> figures, ImmutableArray<Comparison> comparisons,
        List<CalibrationTrial> trials,
        List<MeasuredTrace> traces, LabelSource labels)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var failures = Failure.Most(RunTraceReader.Read(Folder), labels, MostFailures);
        var title = Against is null ? $"Run {Folder.Name}" : $"Run {Folder.Name} against {Against.Name}";
        MeasurePage.Write(text, title, figures, comparisons, trials, traces, failures);
        WrittenFile.Write(Host, path, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void WriteText(TextWriter output, ImmutableArray<Figure> figures, ImmutableArray<Comparison> comparisons,
        List<CalibrationTrial> trials)
    {
        foreach (var group in figures.GroupBy(figure => figure.Group))
        {
            output.WriteLine(group.Key.Length == 0 ? "All traces" : group.Key);
            foreach (var figure in group)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {figure.Name,-34}{figure.Value,9:0.0000}  {(figure.Interval is { } ends
                        ? $"[{ends.Low:0.0000}, {ends.High:0.0000}]" : "[no interval]   ")}  n = {figure.Count:N0}"));
            }
        }

        foreach (var group in comparisons.GroupBy(comparison => comparison.Group))
        {
            output.WriteLine($"Against the other run{(group.Key.Length == 0 ? string.Empty : $", {group.Key}")}");
            foreach (var each in group)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {each.Name,-34}{each.One,9:0.0000} {each.Other,9:0.0000}  {(each.Difference is { } ends
                        ? $"[{ends.Low:+0.0000;-0.0000;0}, {ends.High:+0.0000;-0.0000;0}]" : "[no interval]     ")}  "
                        + $"{ChanceText.Of(each.AdjustedP)}  {MeasurePage.Verdict(each)}"));
            }
        }

        foreach (var trial in trials)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Calibration{(trial.Group.Length == 0 ? string.Empty : $", {trial.Group}")}: {trial.Count:N0} judged steps; Brier "
                    + $"{Raw(trial.Brier.Raw)} → isotonic {trial.Brier.Isotonic:0.0000}, Platt {trial.Brier.Platt:0.0000}; error "
                    + $"{Raw(trial.Error.Raw)} → {trial.Error.Isotonic:0.0000}, {trial.Error.Platt:0.0000}"));
        }
    }

    private static string Raw(double? figure) => figure?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "none (no probability)";

    private static void WriteJson(TextWriter output, ImmutableArray<Figure> figures, ImmutableArray<Comparison> comparisons,
        List<CalibrationTrial> trials)
    {
        foreach (var figure in figures)
        {
            FigureLine.Write(output, ("figure", figure.Name), ("of", figure.Group), ("value", figure.Value), ("low", figure.Interval?.Low),
                ("high", figure.Interval?.High), ("n", figure.Count));
        }

        foreach (var each in comparisons)
        {
            FigureLine.Write(output, ("comparison", each.Name), ("of", each.Group), ("one", each.One), ("other", each.Other),
                ("low", each.Difference?.Low), ("high", each.Difference?.High), ("p", each.P), ("adjusted", each.AdjustedP),
                ("verdict", MeasurePage.Verdict(each)), ("n", each.Count));
        }

        foreach (var trial in trials)
        {
            FigureLine.Write(output, ("calibration", trial.Group), ("brier", trial.Brier.Raw), ("brierIsotonic", trial.Brier.Isotonic),
                ("brierPlatt", trial.Brier.Platt), ("error", trial.Error.Raw), ("errorIsotonic", trial.Error.Isotonic),
                ("errorPlatt", trial.Error.Platt), ("n", (long)trial.Count));
        }
    }

    private T Told<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException error)
        {
            throw new UsageException($"{Labels ?? Folder.Name}: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Labels is { } file
                ? $"{file} cannot be read: {FileReason.Of(file, error)}" : $"{Folder.Name}: {error.Message}");
        }
    }
}
