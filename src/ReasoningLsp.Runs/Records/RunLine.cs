using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Runs.Records;

/// <summary>Writes the lines of a run: what <c>--format jsonl</c> says of a trace, and the trace itself. Not thread-safe.</summary>
public sealed class RunLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The lines since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <summary>Begins anew.</summary>
    public void Clear() => _buffer.ResetWrittenCount();

    /// <summary>Adds the line of a trace.</summary>
    /// <param name="unit">The number of the input that it is of.</param>
    /// <param name="trace">What was found; its source is the record where the input is one.</param>
    public void Add(long unit, ReviewedTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        Begin(unit);
        TraceJson.Write(_json, trace);
        _json.WriteString("hash"u8, HashOf(trace));
        if (trace.Review.Scores is { } scores)
            _json.WriteString("model"u8, UnicodeText.WellFormed(scores.Model));
        _json.WriteStartArray("states"u8);
        foreach (var step in trace.Review.Steps)
            _json.WriteStringValue(StateNames.NameOf(step.State));
        _json.WriteEndArray();
        WriteRecord(trace);
        End();
    }

    /// <summary>Adds the line of an input in which no trace was found.</summary>
    /// <param name="unit">The input's number.</param>
    /// <param name="file">The file as people see it.</param>
    /// <param name="error">Why.</param>
    public void Add(long unit, string file, string error)
    {
        Begin(unit);
        _json.WriteNumber("schema"u8, TraceJson.Schema);
        _json.WriteString("file"u8, UnicodeText.WellFormed(file));
        _json.WriteNull("trace"u8);
        _json.WriteNull("id"u8);
        _json.WriteNumber("steps"u8, 0);
        _json.WriteString("error"u8, UnicodeText.WellFormed(error));
        End();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Begin(long unit)
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteNumber("unit"u8, unit);
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
    }

    // The same text is the same trace, wherever it stands: what two runs, and labels from elsewhere, are compared by.
    private static string HashOf(ReviewedTrace reviewed)
    {
        var trace = reviewed.Review.Trace;
        return StepHash.OfSolution(trace.Problem?.Text, trace.Steps.Select(step => step.Text.Text));
    }

    private void WriteRecord(ReviewedTrace reviewed)
    {
        var trace = reviewed.Review.Trace;
        var labels = reviewed.Source.IsEscaped ? RecordLabels.Read(reviewed.Source.Text) : RecordLabels.None;
        _json.WriteStartObject("record"u8);
        Text("problem"u8, trace.Problem?.Text);
        _json.WriteStartArray("steps"u8);
        foreach (var step in trace.Steps)
            _json.WriteStringValue(UnicodeText.WellFormed(step.Text.Text));
        _json.WriteEndArray();
        Text("answer"u8, trace.FinalAnswer?.Text);
        Text("reference"u8, trace.Settings.Answer);
        Text("language"u8, labels.Language ?? trace.Settings.Language);
        Text("source"u8, labels.Source);
        Text("kind"u8, labels.Kind);
        Text("licence"u8, labels.Licence);
        if (labels.FirstWrongStep is { } first)
            _json.WriteNumber("label"u8, first);
        if (labels.IsAnswerRight is { } isRight)
            _json.WriteBoolean("answerRight"u8, isRight);
        if (!labels.Steps.IsEmpty)
        {
            _json.WriteStartArray("stepLabels"u8);
            foreach (var label in labels.Steps)
                _json.WriteNumberValue(label);
            _json.WriteEndArray();
        }

        // Who reads the run sees what the record brought; a model's scores of the run's own stand beside it.
        if (labels.Scores.Length == trace.Steps.Length && !labels.Scores.IsEmpty && reviewed.Review.Scores is null)
        {
            _json.WriteStartArray("scores"u8);
            foreach (var score in labels.Scores)
                _json.WriteNumberValue(Math.Round(score, 6));
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            _json.WriteString(name, UnicodeText.WellFormed(text));
    }
}
