using System.Text;
using ReasoningLsp.Cli.Arguments;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Writes down what fixes did to traces that were right, and which fixes left a new finding, to be read by hand.</summary>
internal sealed class FixWriter(Stream output, ReportFormat format)
{
    /// <summary>Writes one trace.</summary>
    public void Write(string set, FixTrial trial)
    {
        foreach (var (step, before, after) in trial.Changes)
        {
            if (format == ReportFormat.JsonLines)
                WriteJson(set, trial, step, before, after);
            else
                output.Write(Encoding.UTF8.GetBytes($"fix  {trial.Id}  step {step + 1}\n    - {Line(before)}\n    + {Line(after)}\n"));
        }

        foreach (var finding in format == ReportFormat.JsonLines ? [] : trial.Fresh)
            output.Write(Encoding.UTF8.GetBytes($"    new: {finding}\n"));
    }

    private void WriteJson(string set, FixTrial trial, int step, string before, string after)
    {
        JsonRow.Write(output, json =>
        {
            json.WriteString("fix", trial.Id);
            json.WriteString("set", set);
            json.WriteNumber("step", step);
            json.WriteString("before", before);
            json.WriteString("after", after);
            json.WriteStartArray("newFindings");
            foreach (var finding in trial.Fresh)
                json.WriteStringValue(finding);
            json.WriteEndArray();
        });
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
