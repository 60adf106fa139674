using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring.Rollouts;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Rollouts;

/// <summary>An estimate of progress for a program: one line.</summary>
internal static class ProgressJson
{
    private const int Schema = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static void Write(Stream output, string file, Trace trace, ProgressEstimate estimate)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteString("file", UnicodeText.WellFormed(file));
            json.WriteNumber("trace", trace.Index);
            if (trace.Id is { } id)
                json.WriteString("id", UnicodeText.WellFormed(id));
            json.WriteString("hash", StepHash.OfSolution(trace.Problem?.Text, trace.Steps.Select(step => step.Text.Text)));
            json.WriteString("model", UnicodeText.WellFormed(estimate.Model));
            json.WriteString("reference", UnicodeText.WellFormed(estimate.Reference));
            json.WriteNumber("tokens", estimate.Tokens);
            json.WriteBoolean("complete", estimate.IsComplete);
            json.WriteStartArray("scores");
            for (var step = 0; step + 1 < estimate.Prefixes.Length; step++)
            {
                if (estimate.Progress(step) is { } progress)
                    WriteStep(json, step, progress, estimate.IsClear(step));
            }

            json.WriteEndArray();
            json.WriteStartArray("values");
            foreach (var prefix in estimate.Prefixes)
                Write(json, prefix);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteStep(Utf8JsonWriter json, int step, double progress, bool isClear)
    {
        json.WriteStartObject();
        json.WriteNumber("step", step);
        json.WriteNumber("value", Math.Round(progress, 6));
        json.WriteString("signal", ScoreText.Name(ScoreSignal.Progress));
        json.WriteBoolean("clear", isClear);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PrefixValue prefix)
    {
        json.WriteStartObject();
        json.WriteNumber("steps", prefix.Steps);
        json.WriteNumber("reached", prefix.Reached);
        json.WriteNumber("of", prefix.Rollouts);
        if (prefix.Value is { } value)
        {
            json.WriteNumber("value", Math.Round(value, 6));
            json.WriteNumber("low", Math.Round(prefix.Interval.Low, 6));
            json.WriteNumber("high", Math.Round(prefix.Interval.High, 6));
        }
        else
        {
            json.WriteNull("value");
        }

        json.WriteBoolean("stated", prefix.IsStated);
        json.WriteEndObject();
    }
}
