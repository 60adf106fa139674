using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Exactly one line of JSON a trace, in the order of the input.</summary>
public sealed class JsonLinesReporter(Stream output) : IReviewReporter
{
    private const int Schema = 1;
    private const int FlushAt = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

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
        _json.WriteNumber("checked"u8, review.Checked);
        if (trace.Error is { } error)
            _json.WriteString("error"u8, WellFormed(error));
        else
            _json.WriteNull("error"u8);
        _json.WriteNumber("firstErrorStep"u8, review.FirstErrorStep);
        _json.WriteStartArray("findings"u8);
        foreach (var finding in review.Findings)
            WriteFinding(trace.Source, finding);
        _json.WriteEndArray();
        if (review.Scores is { } scores)
            ScoreJson.Write(_json, review, scores);
        if (review.Backward is { } backward)
            ScoreJson.Write(_json, backward);
        if (review.Checklist is { } checklist)
            WriteChecklist(trace.Source, checklist);
        _json.WriteEndObject();
    }

    private void WriteChecklist(SourceText source, ChecklistReview checklist)
    {
        _json.WriteStartArray("checklist"u8);
        foreach (var verdict in checklist.Verdicts)
        {
            _json.WriteStartObject();
            _json.WriteString("item"u8, WellFormed(verdict.Item.Question));
            _json.WriteString("verdict"u8, VerdictText.Of(verdict.Answer));
            if (verdict.PYes is { } probability)
                _json.WriteNumber("pYes"u8, Math.Round(probability, 6));
            else
                _json.WriteNull("pYes"u8);
            _json.WriteString("by"u8, WellFormed(VerdictText.By(verdict)));
            if (verdict.Span is { } span)
                WriteRange(source, span);
            else
                _json.WriteNull("range"u8);
            _json.WriteString("evidence"u8, WellFormed(verdict.Evidence));
            if (verdict.Item.Weight != 1)
                _json.WriteNumber("weight"u8, verdict.Item.Weight);
            if (verdict.Step is { } step)
                _json.WriteNumber("step"u8, step);
            if (verdict.Spread is { } spread)
            {
                _json.WriteStartArray("spread"u8);
                _json.WriteNumberValue(Math.Round(spread.Low, 6));
                _json.WriteNumberValue(Math.Round(spread.High, 6));
                _json.WriteEndArray();
            }

            if (verdict.Caution is { } caution)
                _json.WriteString("caution"u8, WellFormed(caution));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        if (checklist.PassRate is { } rate)
            _json.WriteNumber("passRate"u8, Math.Round(rate, 6));
        else
            _json.WriteNull("passRate"u8);
    }

    private void WriteFinding(SourceText source, Finding finding)
    {
        _json.WriteStartObject();
        _json.WriteString("rule"u8, finding.Rule);
        _json.WriteString("severity"u8, SeverityNames.NameOf(finding.Severity));
        if (finding.Step is { } step)
            _json.WriteNumber("step"u8, step);
        else
            _json.WriteNull("step"u8);
        _json.WriteString("message"u8, WellFormed(finding.Message));
        WriteRange(source, finding.Span);
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
            WriteRange(source, edit.Span);
            _json.WriteString("newText"u8, WellFormed(edit.NewText));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteRange(SourceText source, TextSpan span)
    {
        _json.WriteStartObject("range"u8);
        WritePosition("start"u8, source.PositionOf(span.Start));
        WritePosition("end"u8, source.PositionOf(span.End));
        _json.WriteEndObject();
    }

    private void WritePosition(ReadOnlySpan<byte> name, LinePosition position)
    {
        _json.WriteStartObject(name);
        _json.WriteNumber("line"u8, position.Line);
        _json.WriteNumber("character"u8, position.Character);
        _json.WriteEndObject();
    }

    private static string WellFormed(string text) => UnicodeText.WellFormed(text);
}
