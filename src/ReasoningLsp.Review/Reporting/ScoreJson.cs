using System.Text.Json;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Reporting;

/// <summary>A trace's scores as keys of its JSON object.</summary>
internal static class ScoreJson
{
    /// <summary>Writes them.</summary>
    public static void Write(Utf8JsonWriter json, TraceReview review, TraceScores scores)
    {
        WriteSteps(json, scores, review.Trace.Settings.Language);
        WriteAggregates(json, review, scores);
        if (review.MathematicsScores is { } mathematics)
            WriteMathematics(json, scores, mathematics);
    }

    /// <summary>Writes whether the solution answers its own problem.</summary>
    public static void Write(Utf8JsonWriter json, BackwardScore backward)
    {
        json.WriteStartObject("backward"u8);
        json.WriteNumber("value"u8, Math.Round(backward.Gain, 6));
        json.WriteNumber("given"u8, Math.Round(backward.Given, 6));
        json.WriteNumber("alone"u8, Math.Round(backward.Alone, 6));
        json.WriteNumber("tokens"u8, backward.Tokens);
        json.WriteString("model"u8, UnicodeText.WellFormed(backward.Model));
        json.WriteEndObject();
    }

    private static void WriteMathematics(Utf8JsonWriter json, TraceScores scores, MathematicsScores mathematics)
    {
        json.WriteStartArray("mathematicsScores"u8);
        foreach (var score in mathematics.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("step"u8, score.Step);
            json.WriteString("text"u8, UnicodeText.WellFormed(score.Text));
            json.WriteNumber("value"u8, Math.Round(score.Value, 6));
            json.WriteNumber("difference"u8, Math.Round(score.Difference, 6));
            json.WriteString("signal"u8, ScoreText.Name(scores.Profile.Signal));
            json.WriteString("profile"u8, scores.Profile.Name);
            json.WriteBoolean("disagrees"u8, mathematics.Disagrees(score.Step));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, TraceScores scores, string? language)
    {
        json.WriteStartArray("scores"u8);
        foreach (var score in scores.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("step"u8, score.Step);
            json.WriteNumber("value"u8, Math.Round(score.Value, 6));
            json.WriteString("signal"u8, ScoreText.Name(score.Signal));
            json.WriteString("profile"u8, scores.Profile.Name);
            if (scores.Profile.Scale != Profiles.ScoreScale.Probability)
                json.WriteString("scale"u8, scores.Profile.Scale.ToString().ToLowerInvariant());
            if (scores.Profile.Status == Profiles.ProfileStatus.Unverified)
                json.WriteBoolean("unverified"u8, true);
            json.WriteBoolean("partial"u8, score.IsPartial);
            if (score.Redundancy is { } redundancy)
                json.WriteNumber("redundancy"u8, Math.Round(redundancy, 6));
            // Beyond what people judged there is no number, whatever the profile's own table would say.
            var calibrated = scores.Profile.Measured?.For(language) is { } measured ? measured.At(score.Value)?.Right
                : Calibration.Of(scores.Profile.Calibration, score.Value);
            if (calibrated is { } share)
                json.WriteNumber("calibrated"u8, Math.Round(share, 4));
            if (score.IsWindowed)
                json.WriteBoolean("windowed"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAggregates(Utf8JsonWriter json, TraceReview review, TraceScores scores)
    {
        if (scores.Aggregate is not { } aggregate)
            return;
        var credit = ClipDelta.Of(scores);
        json.WriteStartObject("aggregates"u8);
        json.WriteString("rule"u8, scores.Whole is null ? scores.Profile.Aggregation.ToString().ToLowerInvariant() : "whole");
        json.WriteString("profile"u8, scores.Profile.Name);
        if (scores.Profile.Status == Profiles.ProfileStatus.Unverified)
            json.WriteBoolean("unverified"u8, true);
        if (scores.Note is { } note)
            json.WriteString("note"u8, UnicodeText.WellFormed(note));
        json.WriteNumber("value"u8, Math.Round(aggregate, 6));
        if (credit.Clip is { } clip)
            json.WriteNumber("clip"u8, Math.Round(clip, 6));
        if (credit.LargestFall is var (into, fall))
        {
            json.WriteStartObject("largestFall"u8);
            json.WriteNumber("step"u8, into);
            json.WriteNumber("value"u8, Math.Round(fall, 6));
            json.WriteEndObject();
        }

        json.WriteStartArray("steps"u8);
        foreach (var step in credit.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("step"u8, step.Step);
            if (step.Clip is { } lost)
                json.WriteNumber("clip"u8, Math.Round(lost, 6));
            json.WriteNumber("delta"u8, Math.Round(step.Delta, 6));
            if (Fading.Of(review, step.Step))
                json.WriteBoolean("faded"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
