using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Exactly one line of JSON a trace, in the order of the input.</summary>
public sealed class JsonLinesReporter(Stream output) : IReviewReporter
{
    private const int Schema = 1;
    private const int FlushAt = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Add(ReviewedTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        _json.Reset(_buffer);
        WriteTrace(trace);
        _json.Flush();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushAt)
            Flush();
    }

    /// <inheritdoc/>
    public void End(ReviewSummary summary, ImmutableArray<InputProblem> problems, int exitCode) => Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        // What was reviewed before an interruption is reported whole.
        if (_buffer.WrittenCount > 0)
            Flush();
        _json.Dispose();
    }

    private void Flush()
    {
        output.Write(_buffer.WrittenSpan);
        output.Flush();
        _buffer.ResetWrittenCount();
    }

    private void WriteTrace(ReviewedTrace trace)
    {
        var review = trace.Review;
        _json.WriteStartObject();
        _json.WriteNumber("schema"u8, Schema);
        _json.WriteString("file"u8, WellFormed(trace.Source.File));
        _json.WriteNumber("trace"u8, review.Trace.Index);
        if (review.Trace.Id is { } id)
            _json.WriteString("id"u8, WellFormed(id));
        else
            _json.WriteNull("id"u8);
        _json.WriteNumber("steps"u8, review.Steps.Length);
        _json.WriteNumber("checked"u8, review.Count(StepState.Checked));
        if (trace.Error is { } error)
            _json.WriteString("error"u8, WellFormed(error));
        else
            _json.WriteNull("error"u8);
        _json.WriteNumber("firstErrorStep"u8, review.FirstErrorStep);
        _json.WriteStartArray("findings"u8);
        foreach (var finding in review.Findings)
            WriteFinding(trace.Source, finding);
        _json.WriteEndArray();
        ModelJson.Write(_json, trace);
        if (trace.Explanation is { } explanation)
            ExplanationJson.Write(_json, trace.Source, explanation);
        _json.WriteEndObject();
    }

    private void WriteFinding(SourceText source, Finding finding)
    {
        _json.WriteStartObject();
        _json.WriteString("rule"u8, finding.Rule.Id);
        _json.WriteString("severity"u8, SeverityNames.NameOf(finding.Severity));
        if (finding.Step is { } step)
            _json.WriteNumber("step"u8, step);
        else
            _json.WriteNull("step"u8);
        _json.WriteString("message"u8, WellFormed(finding.Message));
        RangeJson.Write(_json, source, finding.Span);
        _json.WriteStartObject("evidence"u8);
        foreach (var (name, value) in finding.Evidence.Items)
            _json.WriteString(WellFormed(name), WellFormed(value));
        _json.WriteEndObject();
        _json.WriteStartArray("fixes"u8);
        foreach (var fix in finding.Fixes)
            WriteFix(source, fix);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteFix(SourceText source, Fix fix)
    {
        _json.WriteStartObject();
        _json.WriteString("title"u8, WellFormed(fix.Title));
        _json.WriteStartArray("edits"u8);
        foreach (var edit in fix.Edits)
        {
            _json.WriteStartObject();
            RangeJson.Write(_json, source, edit.Span);
            _json.WriteString("newText"u8, WellFormed(edit.NewText));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private static string WellFormed(string text) => UnicodeText.WellFormed(text);
}
