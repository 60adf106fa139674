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
    private const string Apart = "\n\n";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether anything of a trace can be used in this form.</summary>
    public static bool Holds(ExportFormat format, RunTrace trace, ImmutableArray<StepLabel> labels, MonteCarloRates? rates)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace.Problem is not null && !trace.Steps.IsEmpty && format switch
        {
            ExportFormat.TrlStepwise => labels[0].Rating is not null,
            ExportFormat.Episodes => rates is not null || StepValues.Of(trace) is not null || labels.Any(label => label.Rating is not null),
            _ => labels.Any(label => label.Rating is not null),
        };
    }

    /// <summary>The line of a trace of which something can be used.</summary>
    /// <param name="format">Not <see cref="ExportFormat.Preference"/>, which takes two traces.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="labels">One a step.</param>
    /// <param name="extras">What is said besides.</param>
    public static string Of(ExportFormat format, RunTrace trace, ImmutableArray<StepLabel> labels, ExportExtras extras)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(extras);
        return format switch
        {
            ExportFormat.TrlStepwise => Stepwise(trace, labels, extras),
            ExportFormat.Prm800K => Prm800K(trace, labels, extras),
            ExportFormat.Episodes => Episode(trace, labels, extras),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    /// <summary>The line of a pair.</summary>
    public static string Of(PreferencePair pair, ExportExtras extras)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(extras);
        return Line(json =>
        {
            Text(json, "prompt", pair.Chosen.Problem!);
            // Trainers put the answer right behind the prompt.
            Text(json, "chosen", Apart + pair.ChosenText);
            Text(json, "rejected", Apart + pair.RejectedText);
            if (extras.Margin is { } margin)
                Write(json, margin);
            Weight(json, extras);
            Meta(json, pair.Chosen, meta => meta.WriteString("pair"u8, pair.Why));
        });
    }

    private static void Write(Utf8JsonWriter json, LikelihoodMargin margin)
    {
        Number(json, "chosen_logp", margin.Chosen);
        Number(json, "rejected_logp", margin.Rejected);
        // RewardTrainer would take a column "margin" for the margin of its loss.
        Number(json, "logp_margin", margin.Margin);
        if (margin.Gain is { } gain)
            Number(json, "chosen_gain", gain);
        if (margin.LosesLikelihood is { } loses)
            json.WriteBoolean("loses_likelihood"u8, loses);
    }

    // A label passes through int() in TRL, so that 0.9 would become 0: what is undecided ends the record instead, and a soft label is a
    // column of its own.
    private static string Stepwise(RunTrace trace, ImmutableArray<StepLabel> labels, ExportExtras extras)
    {
        var count = labels.TakeWhile(label => label.Rating is not null).Count();
        return Line(json =>
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
            if (extras.IsSoft)
            {
                json.WriteStartArray("soft_labels"u8);
                foreach (var label in labels.Take(count))
                    json.WriteNumberValue(Math.Round(label.Soft!.Value, 6));
                json.WriteEndArray();
            }

            Weight(json, extras);
            Meta(json, trace, meta => Sources(meta, labels.Take(count), trace.Steps.Length - count));
        });
    }

    private static string Prm800K(RunTrace trace, ImmutableArray<StepLabel> labels, ExportExtras extras)
    {
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
                if (extras.IsSoft && labels[step].Soft is { } soft)
                    Number(json, "soft_rating", soft);
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
            Weight(json, extras);
            Meta(json, trace, meta => Sources(meta, labels, 0));
        });
    }

    private static string Episode(RunTrace trace, ImmutableArray<StepLabel> labels, ExportExtras extras)
    {
        var values = extras.Rates is { } rates ? new StepValues(rates) : StepValues.Of(trace);
        return Line(json =>
        {
            Text(json, "prompt", trace.Problem!);
            json.WriteStartArray("steps"u8);
            for (var step = 0; step < labels.Length; step++)
            {
                json.WriteStartObject();
                Text(json, "action", trace.Steps[step]);
                // What people or a check said outranks a value; a value counts by what the step changes, so that padding earns nothing.
                var reward = labels[step] is { Rating: { } rating, IsKnown: true } ? rating : values?.Change(step) ?? 0;
                Number(json, "reward", reward);
                if (extras.IsSoft && labels[step].Soft is { } soft)
                    Number(json, "soft_label", soft);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (trace.Labels.IsAnswerRight is { } isRight)
                json.WriteNumber("outcome"u8, isRight ? 1 : 0);
            Weight(json, extras);
            Meta(json, trace, meta => Sources(meta, labels, 0));
        });
    }

    private static void Weight(Utf8JsonWriter json, ExportExtras extras)
    {
        if (extras.Weight is { } weight)
            Number(json, "weight", weight);
    }

    private static void Number(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Math.Round(value, 6));

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
