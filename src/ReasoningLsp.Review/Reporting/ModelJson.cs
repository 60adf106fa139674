using System.Text.Json;

namespace ReasoningLsp.Review.Reporting;

/// <summary>What models and checklists said of a trace as keys of its JSON object; nothing where nobody was asked.</summary>
internal static class ModelJson
{
    /// <summary>Writes them.</summary>
    public static void Write(Utf8JsonWriter json, ReviewedTrace trace)
    {
        var review = trace.Review;
        if (review.Scores is { } scores)
            ScoreJson.Write(json, review, scores);
        if (review.Backward is { } backward)
            ScoreJson.Write(json, backward);
        if (review.Checklist is { } checklist)
            ChecklistJson.Write(json, trace.Source, checklist);
    }
}
