using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Runs.Composites;
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
            Keep(trials, traces);
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

    private List<MeasuredTrace> Read(RunFolder folder, LabelSource labels)
    {
        if (!folder.IsComplete)
            throw new UsageException($"The run {folder.Name} is not complete: go on with it, or merge its parts.");
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

    private void Keep(List<CalibrationTrial> trials, List<MeasuredTrace> traces)
    {
        var isFitted = KeepComposite(traces);
        var scored = RunTraceReader.Read(Folder).FirstOrDefault(trace => trace.Profile is not null);
        if (scored is not { Profile: { } profile, Model: { } model } || trials.Count == 0)
        {
            var lacks = string.Create(CultureInfo.InvariantCulture,
                $"No score can be calibrated: it takes those of a reward model, probabilities, and {CalibrationTrial.Fewest} judged steps, "
                    + $"right and wrong.");
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

    // One probability from all signals of the run, by which `triage` and the desk order from now on.
    private bool KeepComposite(List<MeasuredTrace> traces)
    {
        var trial = CompositeTrial.Of([.. traces.Where(trace => trace.IsRight is not null).Select(trace =>
            new JudgedSolution(trace.Problem, JudgedSolution.ValuesOf(trace.Signals), trace.IsRight!.Value))]);
        if (trial is null)
            return false;
        using (var output = new StreamWriter(Host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
        {
            if (Format == ReportFormat.JsonLines)
            {
                Line(output, ("composite", "all signals"), ("brier", trial.Brier), ("error", trial.Error), ("auc", trial.Auc),
                    ("n", (long)trial.Count));
                foreach (var (name, brier, auc) in trial.Alone)
                    Line(output, ("composite", name), ("brier", brier), ("auc", auc), ("weight", WeightOf(trial, name)));
            }
            else
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"All signals together: {trial.Count:N0} judged solutions, {trial.Right:N0} right; on solutions held back Brier "
                        + $"{trial.Brier:0.0000}, error {trial.Error:0.0000}, AUC {trial.Auc:0.0000}"));
                foreach (var signal in trial.Composite.Signals)
                {
                    var (_, brier, auc) = trial.Alone.First(each => each.Name == signal.Name);
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"  {signal.Name,-14} alone {brier:0.0000}, AUC {auc:0.0000}; weight {signal.Weight:0.00}, counts from "
                            + $"{signal.From:0.###} to {signal.To:0.###} (n = {signal.Count:N0})"));
                }
            }
        }

        var path = CompositeFile.PathOf(Folder);
        CompositeFile.Write(path, trial.Composite, CompositeFile.SourcesOf(RunSettings.Read(Folder)), RunSummary.Read(Folder).Sha256);
        Host.Error.WriteLine($"The probability from all signals is kept in {Host.Display(path)}; `triage` and the desk order by it.");
        return true;
    }

    private static double WeightOf(CompositeTrial trial, string name) =>
        trial.Composite.Signals.First(signal => signal.Name == name).Weight;

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
                    $"  {figure.Name,-34}{figure.Value,9:0.0000}  [{figure.Interval.Low:0.0000}, {figure.Interval.High:0.0000}]  n = "
                        + $"{figure.Count:N0}"));
            }
        }

        foreach (var group in comparisons.GroupBy(comparison => comparison.Group))
        {
            output.WriteLine($"Against the other run{(group.Key.Length == 0 ? string.Empty : $", {group.Key}")}");
            foreach (var each in group)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {each.Name,-34}{each.One,9:0.0000} {each.Other,9:0.0000}  [{each.Difference.Low:+0.0000;-0.0000;0}, "
                        + $"{each.Difference.High:+0.0000;-0.0000;0}]  p = {each.AdjustedP:0.0000}  {MeasurePage.Verdict(each)}"));
            }
        }

        foreach (var trial in trials)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Calibration{(trial.Group.Length == 0 ? string.Empty : $", {trial.Group}")}: {trial.Count:N0} judged steps; Brier "
                    + $"{trial.Brier.Raw:0.0000} → isotonic {trial.Brier.Isotonic:0.0000}, Platt {trial.Brier.Platt:0.0000}; error "
                    + $"{trial.Error.Raw:0.0000} → {trial.Error.Isotonic:0.0000}, {trial.Error.Platt:0.0000}"));
        }
    }

    private static void WriteJson(TextWriter output, ImmutableArray<Figure> figures, ImmutableArray<Comparison> comparisons,
        List<CalibrationTrial> trials)
    {
        foreach (var figure in figures)
        {
            Line(output, ("figure", figure.Name), ("of", figure.Group), ("value", figure.Value), ("low", figure.Interval.Low),
                ("high", figure.Interval.High), ("n", figure.Count));
        }

        foreach (var each in comparisons)
        {
            Line(output, ("comparison", each.Name), ("of", each.Group), ("one", each.One), ("other", each.Other),
                ("low", each.Difference.Low), ("high", each.Difference.High), ("p", each.P), ("adjusted", each.AdjustedP),
                ("verdict", MeasurePage.Verdict(each)), ("n", each.Count));
        }

        foreach (var trial in trials)
        {
            Line(output, ("calibration", trial.Group), ("brier", trial.Brier.Raw), ("brierIsotonic", trial.Brier.Isotonic),
                ("brierPlatt", trial.Brier.Platt), ("error", trial.Error.Raw), ("errorIsotonic", trial.Error.Isotonic),
                ("errorPlatt", trial.Error.Platt), ("n", (long)trial.Count));
        }
    }

    private static void Line(TextWriter output, params (string Name, object Value)[] values)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values)
            {
                if (value is double number && double.IsFinite(number))
                    json.WriteNumber(name, number);
                else if (value is long count)
                    json.WriteNumber(name, count);
                else if (value is string text)
                    json.WriteString(name, text);
                else
                    json.WriteNull(name);
            }

            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private T Told<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{Labels ?? Folder.Name}: {error.Message}");
        }
    }
}
