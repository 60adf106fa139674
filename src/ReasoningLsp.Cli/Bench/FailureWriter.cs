using System.Text.Json;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Writes each false alarm and each miss down for study, one JSON object a line.</summary>
internal sealed class FailureWriter(Stream output)
{
    /// <summary>Writes the review if it went against the label.</summary>
    public void Write(string set, TraceReview review, TraceLabel label)
    {
        if (BenchOutcome.FailureOf(review, label) is not { } failure)
            return;
        var finding = failure == "missed" ? null : BenchOutcome.Deciding(review);
        var step = finding?.Step ?? (label.FirstWrongStep >= 0 ? label.FirstWrongStep : null);
        JsonRow.Write(output, json =>
        {
            json.WriteString("set", set);
            Text(json, "id", review.Trace.Id);
            json.WriteString("failure", failure);
            json.WriteNumber("label", label.FirstWrongStep!.Value);
            json.WriteNumber("firstErrorStep", review.FirstErrorStep);
            Text(json, "rule", finding?.Rule.Id);
            Text(json, "severity", finding is null ? null : SeverityNames.NameOf(finding.Severity));
            Text(json, "message", finding?.Message);
            if (step is { } index)
                json.WriteNumber("step", index);
            else
                json.WriteNull("step");
            Text(json, "text", step is { } at && at < review.Trace.Steps.Length ? review.Trace.Steps[at].Text.Text : null);
            Text(json, "problem", review.Trace.Problem?.Text);
        });
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, UnicodeText.WellFormed(value));
    }
}
