using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReasoningLsp.Review.Reporting;

/// <summary>
/// What models said of each trace, right steps included, for the property bag of a SARIF run. SARIF wants it after all results,
/// so it is kept until then: some hundred bytes a step, and nothing where no model ran.
/// </summary>
internal sealed class SarifTraces : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    /// <summary>None yet.</summary>
    public SarifTraces()
    {
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartArray();
    }

    private bool Any { get; set; }

    /// <summary>Keeps a trace's scores and verdicts, where it has any.</summary>
    public void Add(ReviewedTrace trace)
    {
        var review = trace.Review;
        if (review is { Scores: null, Backward: null, Checklist: null })
            return;
        Any = true;
        _json.WriteStartObject();
        _json.WriteString("file"u8, UnicodeText.WellFormed(trace.Source.File));
        _json.WriteNumber("trace"u8, review.Trace.Index);
        if (review.Trace.Id is { } id)
            _json.WriteString("id"u8, UnicodeText.WellFormed(id));
        ModelJson.Write(_json, trace);
        _json.WriteEndObject();
    }

    /// <summary>Writes all of them as the run's properties, with the keys that they have as JSON lines.</summary>
    public void WriteTo(Utf8JsonWriter run)
    {
        if (!Any)
            return;
        _json.WriteEndArray();
        _json.Flush();
        run.WriteStartObject("properties"u8);
        run.WritePropertyName("traces"u8);
        // Parsed and written again, so that it is indented as the rest is.
        using var traces = JsonDocument.Parse(_buffer.WrittenMemory);
        traces.RootElement.WriteTo(run);
        run.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
