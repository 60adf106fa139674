using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Reporting;

/// <summary>What was found in a trace as keys of one JSON object: a line of <c>--format jsonl</c>, and of a run that is kept.</summary>
public static class TraceJson
{
    /// <summary>The number of this form; a key that changes its meaning raises it.</summary>
    public const int Schema = 1;

    /// <summary>Writes them.</summary>
    public static void Write(Utf8JsonWriter json, ReviewedTrace trace)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(trace);
        var review = trace.Review;
        json.WriteNumber("schema"u8, Schema);
        json.WriteString("file"u8, WellFormed(trace.Source.File));
        json.WriteNumber("trace"u8, review.Trace.Index);
        if (review.Trace.Id is { } id)
            json.WriteString("id"u8, WellFormed(id));
        else
            json.WriteNull("id"u8);
        json.WriteNumber("steps"u8, review.Steps.Length);
        json.WriteNumber("checked"u8, review.Count(StepState.Checked));
        if (trace.Error is { } error)
            json.WriteString("error"u8, WellFormed(error));
        else
            json.WriteNull("error"u8);
        json.WriteNumber("firstErrorStep"u8, review.FirstErrorStep);
        json.WriteStartArray("findings"u8);
        foreach (var finding in review.Findings)
            WriteFinding(json, trace.Source, finding);
        json.WriteEndArray();
        ModelJson.Write(json, trace);
        PeopleJson.Write(json, review.People);
        if (trace.Explanation is { } explanation)
            ExplanationJson.Write(json, trace.Source, explanation);
    }

    private static void WriteFinding(Utf8JsonWriter json, SourceText source, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, finding.Rule.Id);
        json.WriteString("severity"u8, SeverityNames.NameOf(finding.Severity));
        if (finding.Step is { } step)
            json.WriteNumber("step"u8, step);
        else
            json.WriteNull("step"u8);
        json.WriteString("message"u8, WellFormed(finding.Message));
        RangeJson.Write(json, source, finding.Span);
        json.WriteStartObject("evidence"u8);
        foreach (var (name, value) in finding.Evidence.Items)
            json.WriteString(WellFormed(name), WellFormed(value));
        json.WriteEndObject();
        json.WriteStartArray("fixes"u8);
        foreach (var fix in finding.Fixes)
            WriteFix(json, source, fix);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, SourceText source, Fix fix)
    {
        json.WriteStartObject();
        json.WriteString("title"u8, WellFormed(fix.Title));
        json.WriteStartArray("edits"u8);
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            RangeJson.Write(json, source, edit.Span);
            json.WriteString("newText"u8, WellFormed(edit.NewText));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string WellFormed(string text) => UnicodeText.WellFormed(text);
}
