using System.Globalization;
using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Runs.Composites;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Measuring;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>One probability from all signals of a run, of solutions and of steps: tried, told and kept.</summary>
internal sealed class CompositeBench(ProgramHost host, RunFolder folder, bool isJson)
{
    /// <summary>Whether one of solutions could be fitted; <c>triage</c> and the desk order by it from then on.</summary>
    public bool Keep(IEnumerable<MeasuredTrace> traces, LabelSource labels)
    {
        var trial = CompositeTrial.Of([.. traces.Where(trace => trace.IsRight is not null).Select(trace =>
            new JudgedSolution(trace.Problem, JudgedSolution.ValuesOf(trace.Signals), trace.IsRight!.Value))]);
        var steps = CompositeTrial.Of(StepSignals.Judged(RunTraceReader.Read(folder), labels));
        using (var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
        {
            Write(output, trial, "solution");
            Write(output, steps, "step");
        }

        if (trial is null)
            return false;
        var path = CompositeFile.PathOf(folder);
        CompositeFile.Write(path, trial.Composite, steps?.Composite, CompositeFile.SourcesOf(RunSettings.Read(folder)),
            RunSummary.Read(folder).Sha256);
        host.Error.WriteLine($"The probability from all signals is kept in {host.Display(path)}; `triage` and the desk order by it.");
        return true;
    }

    private void Write(TextWriter output, CompositeTrial? trial, string of)
    {
        if (trial is null)
            return;
        if (isJson)
        {
            FigureLine.Write(output, ("composite", "all signals"), ("of", of), ("brier", trial.Brier), ("error", trial.Error),
                ("auc", trial.Auc), ("n", (long)trial.Count));
            foreach (var (name, brier, auc) in trial.Alone)
                FigureLine.Write(output, ("composite", name), ("of", of), ("brier", brier), ("auc", auc),
                    ("weight", WeightOf(trial, name)));
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"All signals together: {trial.Count:N0} judged {of}s, {trial.Right:N0} right; on {of}s held back Brier "
                + $"{trial.Brier:0.0000}, error {trial.Error:0.0000}, AUC {trial.Auc:0.0000}"));
        foreach (var signal in trial.Composite.Signals)
        {
            var (_, brier, auc) = trial.Alone.First(each => each.Name == signal.Name);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {signal.Name,-15} alone {brier:0.0000}, AUC {auc:0.0000}; weight {signal.Weight:0.00}, counts from "
                    + $"{signal.From:0.###} to {signal.To:0.###} (n = {signal.Count:N0})"));
        }
    }

    private static double WeightOf(CompositeTrial trial, string name) =>
        trial.Composite.Signals.First(signal => signal.Name == name).Weight;
}
