using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Exactly one line of JSON a trace, in the order of the input.</summary>
public sealed class JsonLinesReporter(Stream output) : IReviewReporter
{
    private const int FlushAt = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Whether each line is written at once, and not when there are many.</summary>
    public bool FlushesEach { get; init; }

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Add(ReviewedTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        _json.Reset(_buffer);
        _json.WriteStartObject();
        TraceJson.Write(_json, trace);
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        if (FlushesEach || _buffer.WrittenCount >= FlushAt)
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
}
