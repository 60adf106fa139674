using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>Writes labelled traces as lines of JSON for training.</summary>
public static class ExportLine
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of a trace, or null where nothing of it can be used in this form.</summary>
    /// <param name="format">Not <see cref="ExportFormat.Preference"/>, which takes two traces.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="labels">One a step.</param>
    public static string? Of(ExportFormat format, RunTrace trace, ImmutableArray<StepLabel> labels)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace.Problem is null || trace.Steps.IsEmpty ? null : format switch
        {
            ExportFormat.TrlStepwise => Stepwise(trace, labels),
            ExportFormat.Prm800K => Prm800K(trace, labels),
            ExportFormat.Episodes => Episode(trace, labels),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    /// <summary>The line of a pair.</summary>
    public static string Pair(RunTrace chosen, string chosenText, string rejectedText, string why)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return Line(json =>
        {
            Text(json, "prompt", chosen.Problem!);
            Text(json, "chosen", chosenText);
            Text(json, "rejected", rejectedText);
            Meta(json, chosen, meta => meta.WriteString("pair"u8, why));
        });
    }

    // A label passes through int() in TRL, so that 0.9 would become 0: what is undecided ends the record instead.
    private static string? Stepwise(RunTrace trace, ImmutableArray<StepLabel> labels)
    {
        var count = labels.TakeWhile(label => label.Rating is not null).Count();
        return count == 0 ? null : Line(json =>
        {
            Text(json, "prompt", trace.Problem!);
            json.WriteStartArray("completions"u8);
            foreach (var step in trace.Steps.Take(count))
                json.WriteStringValue(UnicodeText.WellFormed(step));
            json.WriteEndArray();
            json.WriteStartArray("labels"u8);
            foreach (var label in labels.Take(count))
                json.WriteBooleanValue(label.Rating >= 0); // neutral counts as good, as in the data sets that TRL trains on
            json.WriteEndArray();
            Meta(json, trace, meta => Sources(meta, labels.Take(count), trace.Steps.Length - count));
        });
    }

    private static string? Prm800K(RunTrace trace, ImmutableArray<StepLabel> labels)
    {
        if (labels.All(label => label.Rating is null))
            return null;
        return Line(json =>
        {
            json.WriteStartObject("question"u8);
            Text(json, "problem", trace.Problem!);
            Text(json, "ground_truth_answer", trace.Reference);
            json.WriteEndObject();
            json.WriteStartObject("label"u8);
            json.WriteStartArray("steps"u8);
            for (var step = 0; step < labels.Length; step++)
            {
                json.WriteStartObject();
                json.WriteStartArray("completions"u8);
                json.WriteStartObject();
                Text(json, "text", trace.Steps[step]);
                if (labels[step].Rating is { } rating)
                    json.WriteNumber("rating"u8, rating);
                else
                    json.WriteNull("rating"u8);
                json.WriteBoolean("flagged"u8, false);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteNull("human_completion"u8);
                json.WriteNumber("chosen_completion"u8, 0);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("finish_reason"u8, labels.Any(label => label.Rating < 0) ? "found_error" : "solution");
            json.WriteEndObject();
            Meta(json, trace, meta => Sources(meta, labels, 0));
        });
    }

    private static string? Episode(RunTrace trace, ImmutableArray<StepLabel> labels)
    {
        var isScored = trace.Scores.Length == trace.Steps.Length;
        if (!isScored && labels.All(label => label.Rating is null))
            return null;
        return Line(json =>
        {
            Text(json, "prompt", trace.Problem!);
            json.WriteStartArray("steps"u8);
            for (var step = 0; step < labels.Length; step++)
            {
                json.WriteStartObject();
                Text(json, "action", trace.Steps[step]);
                // What people or a check said outranks a score; a score counts by what the step changes, so that padding earns nothing.
                var reward = labels[step] is { Rating: { } rating, Source: not "reward model" } ? rating
                    : isScored ? trace.Scores[step] - (step == 0 ? 0 : trace.Scores[step - 1]) : 0;
                json.WriteNumber("reward"u8, Math.Round(reward, 6));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (trace.Labels.IsAnswerRight is { } isRight)
                json.WriteNumber("outcome"u8, isRight ? 1 : 0);
            Meta(json, trace, meta => Sources(meta, labels, 0));
        });
    }

    private static void Sources(Utf8JsonWriter meta, IEnumerable<StepLabel> labels, int left)
    {
        meta.WriteStartArray("labels"u8);
        foreach (var label in labels)
            meta.WriteStringValue(label.Source);
        meta.WriteEndArray();
        meta.WriteStartArray("confidence"u8);
        foreach (var label in labels)
            meta.WriteNumberValue(Math.Round(label.Confidence, 6));
        meta.WriteEndArray();
        if (left > 0)
            meta.WriteNumber("undecidedSteps"u8, left);
    }

    // As one string: a loader that infers columns from JSON sees the same type in every line.
    private static void Meta(Utf8JsonWriter json, RunTrace trace, Action<Utf8JsonWriter> more) => json.WriteString("meta"u8, Line(meta =>
    {
        Text(meta, "id", trace.Id);
        meta.WriteString("hash"u8, trace.Hash);
        Text(meta, "source", trace.Labels.Source);
        Text(meta, "licence", trace.Labels.Licence);
        Text(meta, "language", trace.Labels.Language);
        Text(meta, "rewardModel", trace.Profile);
        more(meta);
    }));

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, UnicodeText.WellFormed(text));
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
