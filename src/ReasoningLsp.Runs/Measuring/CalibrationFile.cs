using System.Text.Json;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>What share of steps of a score is right, kept for the profile whose scores they are.</summary>
public static class CalibrationFile
{
    /// <summary>Writes it: for all steps and for each group, the range of scores seen, the curve, and what it is worth.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="profile">The profile's name.</param>
    /// <param name="model">The name of the model whose scores were judged.</param>
    /// <param name="data">The hash of the run that it was fitted to.</param>
    /// <param name="trials">At least one.</param>
    public static void Write(string path, string profile, string model, string data, IReadOnlyList<CalibrationTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("profile"u8, profile);
            json.WriteString("model"u8, model);
            json.WriteString("data"u8, data);
            json.WriteStartArray("groups"u8);
            foreach (var trial in trials)
                Write(json, trial);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, CalibrationTrial trial)
    {
        json.WriteStartObject();
        json.WriteString("of"u8, trial.Group);
        json.WriteNumber("steps"u8, trial.Count);
        json.WriteNumber("right"u8, trial.Right);
        json.WriteNumber("from"u8, trial.Low);
        json.WriteNumber("to"u8, trial.High);
        if (trial.Brier.Raw is { } brier)
            json.WriteNumber("brierBefore"u8, brier);
        json.WriteNumber("brierAfter"u8, trial.Brier.Isotonic);
        if (trial.Error.Raw is { } error)
            json.WriteNumber("errorBefore"u8, error);
        json.WriteNumber("errorAfter"u8, trial.Error.Isotonic);
        json.WriteString("plattOf"u8, trial.AreProbabilities ? "logit" : "score");
        json.WriteNumber("plattSlope"u8, trial.Platt.Slope);
        json.WriteNumber("plattIntercept"u8, trial.Platt.Intercept);
        json.WriteStartArray("curve"u8);
        foreach (var (score, right) in trial.Isotonic.Knots)
        {
            json.WriteStartArray();
            json.WriteNumberValue(score);
            json.WriteNumberValue(right);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("levels"u8);
        foreach (var level in trial.Levels)
        {
            json.WriteStartObject();
            json.WriteNumber("from"u8, level.From);
            json.WriteNumber("to"u8, level.To);
            json.WriteNumber("steps"u8, level.Steps);
            json.WriteNumber("right"u8, level.Right);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
